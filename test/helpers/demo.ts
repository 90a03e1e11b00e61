/** The demo as a test visits it: its pages, its collector and the real trackers. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { startDemoServer } from '../../demo/server.js';
import type { CollectedRequest } from '../../demo/server/collector.js';
import { eventually, holds, openVisitor, refuse, settled, watch } from './page.js';

export interface Demo {
  readonly page: Page;
  readonly origin: string;
  /** What has reached the collector, asked for over HTTP as the page's own counter does. */
  readonly log: () => Promise<CollectedRequest[]>;
  /** Waits until the collector has this event; from this service, where one is named. */
  readonly collected: (event: string, service?: string) => Promise<void>;
  /** Everything the browser has asked any server for, as paths; other origins with their address. */
  readonly asked: string[];
  /** Another visitor, or the same one on another device: a page of the same demo in a browser that shares nothing. */
  readonly another: (path: string) => Promise<Page>;
}

/** Builds the demo where that has not been done. */
export function buildDemo(): void {
  if (existsSync('dist/demo/app/index.html')) return;
  execFileSync('npx', ['vite', 'build', '--config', 'demo/vite.config.ts'], { stdio: 'ignore' });
}

/** A new visitor on a page of a demo with a collector of its own. What a page complains of fails the test. */
export async function openDemo(t: TestContext, path: string, visitor?: BrowserContextOptions): Promise<Demo> {
  const server = await startDemoServer({ port: 0, dist: resolve('dist') });
  const { origin } = server;
  const contexts: { close(): Promise<void> }[] = [];
  const complaints: string[] = [];
  t.after(async () => {
    for (const context of contexts) await context.close();
    await server.close();
    for (const complaint of complaints) t.diagnostic(complaint);
    refuse(complaints);
  });

  const visit = async (): Promise<Page> => {
    const context = await openVisitor(visitor);
    contexts.push(context);
    const page = await context.newPage();
    watch(page, complaints);
    return page;
  };

  const page = await visit();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(origin, '')));
  await page.goto(origin + path);

  const log = async (): Promise<CollectedRequest[]> =>
    (await (await fetch(`${origin}/collect-log.json`)).json()) as CollectedRequest[];
  return {
    page,
    origin,
    log,
    collected: (event, from) =>
      eventually(
        async () =>
          (await log()).some(({ events, service }) => events.includes(event) && (from ?? service) === service),
        `${from ?? 'somebody'} reports ${event}`,
      ),
    asked,
    another: async (to) => {
      const other = await visit();
      await other.goto(origin + to);
      return other;
    },
  };
}

/** The counter in sight says what the collector says. */
export async function counterAgrees({ page, log }: Pick<Demo, 'page' | 'log'>): Promise<void> {
  await settled(page);
  const { length } = await log();
  await holds(page, `document.querySelector('#left-browser-count').textContent === '${length}'`);
  assert.equal((await log()).length, length);
}
