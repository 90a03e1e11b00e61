/** The behaviour pages as a test visits them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, type TestContext } from 'node:test';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { startDemoServer, type DemoServer } from '../../../demo/server.js';
import { buildDemo } from '../../helpers/demo.js';
import { action, banner, eventually, openVisitor, refuse, shown, watch } from '../../helpers/page.js';

export const FOLDER = 'demo/pages/behaviours';

/** The folders of all behaviours. */
export const BEHAVIOURS = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'page.liquid')));

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

export const pathOf = (name: string, language: Language = 'en'): string =>
  `${language === 'en' ? '' : `/${language}`}/behaviours/${name && `${name}/`}`;

export type Texts = { readonly [name: string]: string };

export const readTexts = (folder: string, language: Language): Texts =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Texts;

/** The texts of a behaviour. */
export const textsOf = (name: string, language: Language): Texts => readTexts(join(FOLDER, name), language);

let server: Promise<DemoServer> | undefined;
after(async () => (await server)?.close());

function startServer(): Promise<DemoServer> {
  buildDemo();
  return startDemoServer({ port: 0, dist: resolve('dist') });
}

/** Where the demo of this test file is. */
export const demoOrigin = async (): Promise<string> => (await (server ??= startServer())).origin;

export interface BehaviourVisit {
  readonly page: Page;
  readonly origin: string;
  /** Paths the browser has asked for so far. */
  readonly asked: string[];
  /** What the console and the page have complained of since the last call. What nobody takes fails the test. */
  readonly complaints: () => string[];
  /** The same page once more in the same browser. */
  readonly another: () => Promise<Page>;
}

export interface BehaviourOptions extends BrowserContextOptions {
  readonly language?: Language;
  readonly query?: string;
  /** Complaints that are what the test is about; the others fail it. */
  readonly expected?: RegExp | undefined;
}

/** A new visitor on the page of a behaviour. */
export async function openBehaviour(
  t: TestContext,
  name: string,
  { language = 'en', query = '', expected, ...visitor }: BehaviourOptions = {},
): Promise<BehaviourVisit> {
  const origin = await demoOrigin();
  const context = await openVisitor(visitor);
  const complaints: string[] = [];
  t.after(async () => {
    await context.close();
    refuse(complaints, expected);
  });
  const asked: string[] = [];
  const another = async (): Promise<Page> => {
    const page = await context.newPage();
    watch(page, complaints);
    page.on('request', (request) => asked.push(request.url().replace(origin, '')));
    await page.goto(origin + pathOf(name, language) + query);
    return page;
  };
  return { page: await another(), origin, asked, complaints: () => complaints.splice(0), another };
}

/** Presses one of the banner's answers as soon as it stands. */
export async function answer(page: Page, name: 'accept-all' | 'reject-all'): Promise<void> {
  const button = action(banner(page), name);
  await shown(button);
  await button.click();
}

/** The part of the page in which the behaviour happens. */
export const live = (page: Page): Locator => page.locator('.live-body');

/** Waits until the page says of the ids what is expected: `{ analytics: 'yes' }`. */
export const answersAre = (
  page: Page,
  expected: Readonly<Record<string, 'yes' | 'no' | 'not answered'>>,
): Promise<void> =>
  eventually(
    async () => {
      const rows = await page.locator('demo-answers li').allInnerTexts();
      return Object.entries(expected).every(([id, state]) => rows.includes(`${id} ${state}`));
    },
    `the answers are ${JSON.stringify(expected)}`,
  );

/** Waits until an element says so. */
export const says = (locator: Locator, text: string): Promise<void> =>
  eventually(async () => (await locator.innerText()).trim() === text, `it says ${text}`);
