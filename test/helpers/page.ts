/** A web page with Candor's script tag on it, as a test sees and uses it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Choices } from '../../src/index.js';
import { launchChromium } from './chromium.js';
import { serveSite, type Site, type SiteOptions, type SitePage } from './site.js';

/** The built files for the script tag. */
export const CDN = 'dist/cdn';
const TIMEOUT_MS = 10_000;
const TAG = '<script src="/candor/candor.js"></script>';

/** What a visitor brings. */
export interface Visitor extends BrowserContextOptions {
  /** What the browser's settings have as the size of text, in CSS pixels. Default: 16, as when nobody has changed it. */
  readonly fontSize?: number;
}

export interface OpenOptions extends Pick<SiteOptions, 'headers' | 'folders'> {
  /** The inline config; a text is put in as it is. None: no inline config. */
  readonly config?: unknown;
  /** Markup before the config and the script tag. */
  readonly before?: string;
  /** The script tag. */
  readonly tag?: string;
  /** Markup after the script tag, in the head. */
  readonly head?: string;
  readonly body?: string;
  /** `lang` of the page. */
  readonly lang?: string;
  /** Other pages and files, by path; they stand before the folders' files. */
  readonly pages?: Readonly<Record<string, SitePage>>;
  /** Language of the browser and whatever else a visitor brings. */
  readonly visitor?: Visitor;
  /** Script that runs before the page's own. */
  readonly init?: string;
  /** Where to go; `undefined` stays on an empty page. */
  readonly path?: string | undefined;
  readonly waitUntil?: 'commit' | 'domcontentloaded' | 'load';
  /** Complaints that are what the test is about; the others fail it. */
  readonly expected?: RegExp;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly site: Site;
  /** Paths asked for so far, that start so. */
  readonly requests: (prefix?: string) => string[];
  /** Paths of Candor's own files asked for so far, without folder and hash: `candor`, `banner`. */
  readonly parts: () => string[];
  /** Another page in the same browser, watched like the first. */
  readonly another: (path?: string) => Promise<Page>;
  /** What the console and the pages have complained of since the last call. What nobody takes fails the test. */
  readonly complaints: () => string[];
}

/** By their size of text. */
const browsers = new Map<number, Promise<Browser>>();
after(async () => {
  for (const browser of browsers.values()) await (await browser).close();
});

/** A browser context, which is a new visitor, in a browser that the tests of a file share. */
export async function openVisitor({ fontSize = 16, ...options }: Visitor = {}): Promise<BrowserContext> {
  const browser = browsers.get(fontSize) ?? launchChromium(fontSize);
  browsers.set(fontSize, browser);
  const context = await (
    await browser
  ).newContext({
    locale: 'en-US',
    // Nothing moves under the mouse, so tests need not wait for it to stand still.
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(TIMEOUT_MS);
  return context;
}

/** The document that {@link openSite} serves at `/`. */
export function html({ config, before = '', tag = TAG, head = '', body = '', lang = 'en' }: OpenOptions): string {
  const json = typeof config === 'string' ? config : JSON.stringify(config);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Shop</title>
${before}
${config === undefined ? '' : `<script type="application/json" id="candor-config">${json}</script>`}
${tag}
${head}
</head>
<body>
${body}
</body>
</html>`;
}

/** Collects what a page's console and scripts complain of: errors of whoever, and Candor's warnings. */
export function watch(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const isCandor = /^Candor/.test(message.text());
    if (message.type() === 'error' || (isCandor && message.type() === 'warning')) complaints.push(message.text());
  });
}

/** Fails the test where something is left that nobody expected. */
export function refuse(complaints: readonly string[], expected?: RegExp): void {
  const left = complaints.filter((complaint) => !expected?.test(complaint));
  if (left.length) throw new Error(`The page complained:\n${left.join('\n')}`);
}

/** Serves a page with the script tag and visits it, with a site and a browser context of the test's own. */
export async function openSite(t: TestContext, options: OpenOptions = {}): Promise<Visit> {
  const site = await serveSite({
    pages: { '/': html(options), ...options.pages },
    folders: { '/candor': CDN, ...options.folders },
    headers: options.headers ?? {},
  });
  const context = await openVisitor(options.visitor);
  const complaints: string[] = [];
  t.after(async () => {
    await context.close();
    await site.close();
    refuse(complaints, options.expected);
  });
  if (options.init) await context.addInitScript(options.init);

  const path = 'path' in options ? options.path : '/';
  const another = async (to: string | undefined = path): Promise<Page> => {
    const page = await context.newPage();
    watch(page, complaints);
    if (to !== undefined) await page.goto(new URL(to, site.origin).href, { waitUntil: options.waitUntil ?? 'load' });
    return page;
  };
  const requests = (prefix = '/'): string[] =>
    site.requests.map((request) => request.path).filter((asked) => asked.startsWith(prefix));

  return {
    page: await another(),
    context,
    site,
    requests,
    parts: () => requests('/candor/').map((asked) => asked.replace(/^\/candor\/|(-[\w]{8})?\.js$/g, '')),
    another,
    complaints: () => complaints.splice(0),
  };
}

/** Name of one of Candor's files with its hash: `banner` → `banner-uhZVDdXz.js`. */
export function chunk(name: string): string {
  const found = existsSync(CDN) && readdirSync(CDN).find((file) => file.startsWith(`${name}-`));
  if (!found) throw new Error(`${CDN} has no ${name}; run npm run build`);
  return found;
}

export const chunkText = (name: string): string => readFileSync(`${CDN}/${chunk(name)}`, 'utf8');

/** A script that keeps in `window.told` every event that Candor tells the document, as `[type, detail]`. */
export const RECORD_EVENTS = `<script>
  window.told = [];
  for (const type of ['ready', 'change', 'show', 'hide', 'request'])
    document.addEventListener('candor-' + type, (event) => told.push([type, event.detail]));
</script>`;

export const banner = (page: Page): Locator => page.locator('candor-banner');
export const panel = (page: Page): Locator => page.locator('candor-preferences');
/** The dialog that asks for one category or service. */
export const request = (page: Page): Locator => page.locator('candor-request');
/** The floating button that reopens the choices. */
export const reopen = (page: Page): Locator => page.locator('candor-button');

/** A button by what it does: `accept-all`, `save`. Of the panel where that is open and has one, else of the banner. */
export const action = (within: Page | Locator, name: string): Locator =>
  within.locator(`[data-consent-action="${name}"]`);

/** The switch of a category or service in the panel. */
export const toggle = (page: Page, id: string): Locator =>
  panel(page).locator(`[data-consent-category="${id}"], [data-consent-service="${id}"]`);

export const shown = (locator: Locator): Promise<void> => locator.waitFor({ state: 'visible' });
/** Also when it is not on the page at all. */
export const gone = (locator: Locator): Promise<void> => locator.waitFor({ state: 'hidden' });

/** The stored decision's text, from the cookie jar. */
export async function cookie(page: Page, name = 'candor'): Promise<string | undefined> {
  return (await page.context().cookies()).find((each) => each.name === name)?.value;
}

export const choices = (page: Page): Promise<Choices> => page.evaluate(() => ({ ...window.candor!.choices }));

/** Candor's own records of what was decided; tests of those look at them themselves. */
export const isRecords = (name: string): boolean => /^localStorage \S+-records(-sent)?$/.test(name);

/** Everything the browser keeps for the page besides {@link isRecords}: cookies and both storages, by name. */
export const kept = async (page: Page): Promise<string[]> =>
  [
    ...(await page.context().cookies()).map(({ name }) => `cookie ${name}`),
    ...(await page.evaluate(() => [
      ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
    ])),
  ].filter((name) => !isRecords(name));

/** Candor's own note, by which the next page of the tab looks once more for what a withdrawal erased. That page removes it. */
export const NOTE = 'sessionStorage candor';

/** Waits until the browser keeps exactly this. */
export const keepsOnly = (page: Page, ...expected: string[]): Promise<void> =>
  eventually(
    async () => (await kept(page)).sort().join() === expected.sort().join(),
    `only ${expected.join()} is kept`,
  );

/** An answer of the server that waits until it is let go. */
export function hold(body: string): { readonly page: SitePage; release(): void } {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  return { page: () => released.then(() => ({ body })), release: () => release() };
}

/** Resolves once the page is loaded and what it does then is done: whatever it asks for has reached the server. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(async () => {
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    await fetch(location.href, { method: 'HEAD' });
  });
}

/** Reads what the page's scripts have left under a global name. */
export const read = <Value>(page: Page, name: string): Promise<Value> => page.evaluate(`globalThis.${name}`);

const POLL_MS = 15;

/** Asks again and again until the answer is yes. A page that is just being left counts as no. */
export async function eventually(isSo: () => Promise<boolean>, what = String(isSo)): Promise<void> {
  const end = Date.now() + TIMEOUT_MS;
  let problem = '';
  const ask = (): Promise<boolean> =>
    isSo().catch((error: unknown) => {
      problem = String(error);
      return false;
    });
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`Not within ${TIMEOUT_MS} ms: ${what}\n${problem}`);
    await delay(POLL_MS);
  }
}

/**
 * Waits until an expression holds in the page. Playwright's own `waitForFunction` polls by `eval`, which a strict policy
 * forbids and reports.
 */
export const holds = (page: Page, expression: string): Promise<void> =>
  eventually(() => page.evaluate<boolean>(`!!(${expression})`), expression);
