/** The demo as a test visits it: its pages, its collector and the real tracker. */
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
  /** What has reached the collector, asked for over HTTP as the page's own counter does. */
  readonly log: () => Promise<CollectedRequest[]>;
  /** Waits until the collector has this event. */
  readonly collected: (event: string) => Promise<void>;
  /** Everything the browser has asked any server for, as paths; other origins with their address. */
  readonly asked: string[];
}

/** Builds the demo where that has not been done. */
export function buildDemo(): void {
  if (existsSync('dist/demo/app/index.html')) return;
  execFileSync('npx', ['vite', 'build', '--config', 'demo/vite.config.ts'], { stdio: 'ignore' });
}

/** A new visitor on a page of a demo with a collector of its own. What the page complains of fails the test. */
export async function openDemo(t: TestContext, path: string, visitor?: BrowserContextOptions): Promise<Demo> {
  const server = await startDemoServer({ port: 0, dist: resolve('dist') });
  const context = await openVisitor(visitor);
  const complaints: string[] = [];
  t.after(async () => {
    await context.close();
    await server.close();
    for (const complaint of complaints) t.diagnostic(complaint);
    refuse(complaints);
  });
  const page = await context.newPage();
  watch(page, complaints);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(server.origin, '')));
  await page.goto(server.origin + path);

  const log = async (): Promise<CollectedRequest[]> =>
    (await (await fetch(`${server.origin}/collect-log.json`)).json()) as CollectedRequest[];
  return {
    page,
    log,
    collected: (event) => eventually(async () => (await log()).some(({ events }) => events.includes(event))),
    asked,
  };
}

/** The counter in sight says what the collector says. */
export async function counterAgrees({ page, log }: Demo): Promise<void> {
  await settled(page);
  const { length } = await log();
  await holds(page, `document.querySelector('#left-browser-count').textContent === '${length}'`);
  assert.equal((await log()).length, length);
}
