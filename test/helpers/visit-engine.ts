/** A web page with Candor's script tag on it, in any of the three engines. */
import type { TestContext } from 'node:test';
import type { EnginePage } from './engines.js';
import { isShown } from './find.js';
import { CDN, eventually, html, isRecords, refuse, type OpenOptions } from './page.js';
import { serveSite } from './site.js';

/** What the page complains of, before anything can. */
const COMPLAINTS = `<script>
  window.complaints = [];
  for (const type of ['error', 'unhandledrejection'])
    addEventListener(type, ({ message, reason }) => complaints.push(String(reason ?? message)));
  for (const level of ['error', 'warn']) console[level] = (...words) => complaints.push(words.join(' '));
</script>`;

export interface EngineVisit extends EnginePage {
  /** Waits until an expression holds in the page. */
  readonly holds: (expression: string) => Promise<void>;
  readonly shown: (host: string) => Promise<void>;
  readonly gone: (host: string) => Promise<void>;
  /** Everything that the page's scripts find kept, by name, besides Candor's own records. */
  readonly kept: () => Promise<string[]>;
}

/**
 * Serves a page to a browser that the tests of a file share, as to a new visitor: what the page keeps is gone after the test. What the page
 * complains of fails the test.
 */
export async function visitEngine(
  t: TestContext,
  page: EnginePage,
  { before = '', ...options }: Pick<OpenOptions, 'config' | 'before' | 'body'>,
): Promise<EngineVisit> {
  const site = await serveSite({
    pages: { '/': html({ ...options, before: COMPLAINTS + before }) },
    folders: { '/candor': CDN },
  });
  t.after(async () => {
    const complaints = await page.evaluate<string[]>('complaints');
    // Another port is another origin, but the same cookies.
    await page.evaluate(`document.cookie = 'candor=; max-age=0; path=/'`);
    await page.goto('about:blank');
    await site.close();
    refuse(complaints);
  });
  await page.goto(`${site.origin}/`);
  const holds = (expression: string): Promise<void> =>
    eventually(() => page.evaluate<boolean>(`!!(${expression})`), expression);
  return {
    ...page,
    holds,
    shown: (host) => holds(isShown(host)),
    gone: (host) => holds(`!${isShown(host)}`),
    async kept() {
      const names = await page.evaluate<string[]>(`[
        ...document.cookie.split('; ').filter(Boolean).map((each) => 'cookie ' + each.split('=')[0]),
        ...Object.keys(localStorage).map((key) => 'localStorage ' + key),
        ...Object.keys(sessionStorage).map((key) => 'sessionStorage ' + key),
      ]`);
      return names.filter((name) => !isRecords(name));
    },
  };
}
