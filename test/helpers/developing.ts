/** A page on localhost, where Candor watches for mistakes. */
import type { TestContext } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { eventually, openSite, settled, watch, type OpenOptions, type Visit } from './page.js';

/** A line of the development mode: where, what stands there, and what to do. */
export type Told = `- ${string} = ${string}: ${string}`;

const OURS = /^Candor, development mode/;

/** Other people's servers answer, and nobody is asked. */
export const answerForOthers = (context: BrowserContext): Promise<unknown> =>
  context.route(/^https:/, (route) => {
    const type = route.request().resourceType();
    return route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      contentType: type === 'script' ? 'text/javascript' : type === 'stylesheet' ? 'text/css' : 'text/html',
      body: '',
    });
  });

/** What development mode says on a page, apart from its other complaints. */
export class Console {
  readonly told: Told[] = [];
  private probes = 0;

  constructor(
    private readonly page: Page,
    readonly complaints: string[],
  ) {
    watch(page, complaints);
    page.on('console', (message) => {
      if (OURS.test(message.text())) this.told.push(...(message.text().split('\n').slice(1) as Told[]));
    });
  }

  /** Resolves when all that stands on the page now has been looked at; returns what was told since the last call. */
  async looked(): Promise<Told[]> {
    await settled(this.page);
    // Before it is there, ids are told of in another way.
    await eventually(
      () =>
        this.page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /\/develop-/.test(name))),
      'the development mode is loaded',
    );
    // What is put there last is told last.
    const probe = `probe-${this.probes++}`;
    await this.page.evaluate((id) => {
      const mark = document.createElement('i');
      mark.dataset['consent'] = id;
      document.body.append(mark);
    }, probe);
    await eventually(async () => this.told.some((line) => line.includes(probe)), `${probe} is told of`);
    await this.page.evaluate(() => document.querySelector('i[data-consent^=probe-]')?.remove());
    return this.told.splice(0).filter((line) => !line.includes('"probe-'));
  }
}

export interface DevelopVisit extends Visit {
  readonly origin: string;
  readonly heard: Console;
  readonly looked: () => Promise<Told[]>;
}

/** Visits a page on localhost, or on the host that is named. Complaints that are not the development mode's fail the test. */
export async function openDeveloping(
  t: TestContext,
  { host = 'localhost', cookies = [], ...options }: OpenOptions & { host?: string; cookies?: readonly string[] } = {},
): Promise<DevelopVisit> {
  const visit = await openSite(t, { ...options, path: undefined, expected: OURS });
  const origin = visit.site.origin.replace('127.0.0.1', host);
  await answerForOthers(visit.context);
  await visit.context.addCookies(
    cookies.map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/);
      return { name, value, url: origin };
    }),
  );
  const heard = new Console(visit.page, []);
  await visit.page.goto(`${origin}/`);
  return { ...visit, origin, heard, looked: () => heard.looked() };
}
