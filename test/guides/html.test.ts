import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { action, banner, eventually, gone, openSite, panel, read, shown, type Visit } from '../helpers/page.js';
import { serveSite, type Site } from '../helpers/site.js';
import { documents, type CodeBlock, type Document } from './documents.js';

const TAG = '<script src="/candor/candor.js"></script>';
const CDN = 'dist/cdn';

const sha384 = (file: string): string =>
  `sha384-${createHash('sha384')
    .update(readFileSync(`${CDN}/${file}`))
    .digest('base64')}`;

type Headers = Readonly<Record<string, string>>;

interface Example {
  readonly where: string;
  readonly html: string;
  /** Of the page. */
  readonly policy: Headers;
  /** Of Candor's files, where they come from another host. */
  readonly headers: Headers;
}

const headersOf = ({ code }: CodeBlock): Headers =>
  Object.fromEntries(
    code
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );

/** A document's pages; its policy is the page's own, its other headers are those of the host of Candor's files. */
function examplesOf({ blocks }: Document): Example[] {
  const all = Object.assign({}, ...blocks.filter(({ language }) => language === 'http').map(headersOf)) as Headers;
  const { 'content-security-policy': policy, ...headers } = all;
  return blocks
    .filter(({ language }) => language === 'html')
    .map(({ code, where }) => ({
      where,
      html: code.replace('sha384-…', sha384('candor.js')),
      policy: policy && code.includes(' nonce=') ? { 'content-security-policy': policy } : {},
      headers,
    }));
}

const examples = documents.flatMap(examplesOf);

const CONTENT: Readonly<Record<string, string>> = {
  '.js': 'window.ran = [...(window.ran ?? []), document.currentScript?.src];',
  '.css': '',
  '.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
};
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

interface Mark {
  readonly condition: string;
  readonly isReleased: boolean;
  /** What it must not fetch before. */
  readonly addresses: readonly string[];
}

/** The marked elements of the page as they are now. Those of templates count once they are out. */
const marks = (page: Page): Promise<Mark[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-consent]')].map((element) => ({
      condition: element.dataset['consent']!,
      isReleased: element.dataset['consentState'] === 'granted',
      addresses: ['src', 'data-src', 'data-srcset', 'data-href', 'data-data', 'data-poster']
        .map((name) => element.getAttribute(name)?.split(' ')[0])
        .filter((url) => url !== undefined && url !== null)
        .map((url) => new URL(url, location.href).href),
    })),
  );

/** Those that are open although the choices say no, or closed although they say yes. */
const wrong = async (page: Page): Promise<Mark[]> => {
  const choices = await page.evaluate(() => window.candor!.choices);
  return (await marks(page)).filter(
    ({ condition, isReleased }) =>
      isReleased !==
      condition
        .split(' ')
        .every((term) => (term.startsWith('!') ? choices[term.slice(1)] === false : choices[term] === true)),
  );
};

const ELSEWHERE = /src="(https:\/\/[^/"]+)(\/[^"]*\/)candor\.js"/;

/** The host of Candor's files where that is not the page's, with just the headers that the document names. */
function serveElsewhere(folder: string, headers: Headers): Promise<Site> {
  const files = readdirSync(CDN).map((file) => [file, readFileSync(`${CDN}/${file}`, 'utf8')] as const);
  return serveSite({
    pages: Object.fromEntries(files.map(([file, body]) => [folder + file, () => ({ body, headers })])),
  });
}

/** The example as a page of a shop; what it names elsewhere answers, with something harmless. */
async function open(t: TestContext, { html, policy, headers }: Example): Promise<{ visit: Visit; asked: string[] }> {
  const [, host = '', folder = ''] = ELSEWHERE.exec(html) ?? [];
  const elsewhere = host ? await serveElsewhere(folder, headers) : undefined;
  t.after(() => elsewhere?.close());
  const document = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
${/\/candor\.js"/.test(html) ? '' : TAG}
${elsewhere ? html.replace(host, elsewhere.origin) : html}`;
  const visit = await openSite(t, { pages: { '/': document }, headers: { '/': policy }, path: undefined });
  const asked: string[] = [];
  await visit.context.route('**/*', (route) => {
    const url = new URL(route.request().url());
    if (/^\/(candor\/|$)/.test(url.pathname)) return route.continue();
    asked.push(url.href);
    const type = extname(url.pathname);
    return route.fulfill({ body: CONTENT[type] ?? '', contentType: TYPES[type] ?? 'text/html' });
  });
  await visit.page.goto(visit.site.origin);
  return { visit, asked };
}

describe('every HTML in the README and the guides', () => {
  for (const example of examples) {
    test(`asks, keeps silent until the yes, and says nothing in the console: ${example.where}`, async (t) => {
      const { visit, asked } = await open(t, example);
      const { page } = visit;
      await shown(banner(page));
      assert.deepEqual(await wrong(page), []);
      const waiting = (await marks(page)).filter(({ isReleased }) => !isReleased);
      for (const { addresses } of waiting)
        assert.deepEqual(
          asked.filter((url) => addresses.includes(url)),
          [],
        );

      // The page's own, where it has put one in the place of ours.
      const own = banner(page).locator('[data-candor=accept-all]');
      await ((await own.count()) ? own : action(banner(page), 'accept-all')).click();
      await gone(banner(page));
      await eventually(async () => (await wrong(page)).length === 0, 'what may run runs');
      const fetched = waiting.filter(({ addresses, condition }) => addresses.length && !condition.includes('!'));
      await eventually(
        async () => fetched.every(({ addresses }) => addresses.every((url) => asked.includes(url))),
        'what may load is asked for',
      );
    });
  }

  test('gives the way back where it has a button for it', async (t) => {
    // One in the banner goes with it.
    const withControl = examples.filter(
      ({ html }) => html.includes('data-candor="preferences"') && !html.includes('slot="actions"'),
    );
    assert.ok(withControl.length > 0);
    for (const example of withControl) {
      const { visit } = await open(t, example);
      await shown(banner(visit.page));
      await action(banner(visit.page), 'reject-all').click();
      await gone(banner(visit.page));
      await visit.page.locator('[data-candor="preferences"]').click();
      await shown(panel(visit.page).locator('dialog'));
    }
  });

  test('would be found out if a script did not wait', async (t) => {
    const html = '<script data-consent="analytics" src="/tracker.js"></script>';
    const { visit, asked } = await open(t, { where: '', html, policy: {}, headers: {} });
    await shown(banner(visit.page));
    const [waiting] = await marks(visit.page);
    assert.ok(waiting!.addresses.every((url) => asked.includes(url)));
    assert.equal((await read<string[]>(visit.page, 'ran')).length, 1);
  });
});

describe('the headers in the guides', () => {
  test('are both there: those of another host, and a policy', () => {
    assert.ok(examples.some(({ headers, html }) => 'access-control-allow-origin' in headers && ELSEWHERE.test(html)));
    assert.ok(examples.some(({ policy }) => 'content-security-policy' in policy));
  });

  test('of another host are needed: without them nothing is asked', async (t) => {
    const example = examples.find(({ html }) => ELSEWHERE.test(html))!;
    const { visit } = await open(t, { ...example, headers: {} });
    await visit.page.waitForLoadState('load');
    assert.equal(await visit.page.evaluate(() => window.candor), undefined);
    assert.match(visit.complaints().join(), /CORS/);
  });
});
