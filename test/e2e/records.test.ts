/** Records on whole pages: what the script tag makes of a click, and how it reaches the site's archive whatever happens there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import type { ConsentRecord } from '../../src/index.js';
import {
  action,
  banner,
  eventually,
  gone,
  hold,
  holds,
  openSite,
  panel,
  RECORD_EVENTS,
  settled,
  shown,
  toggle,
  type OpenOptions,
  type Visit,
} from '../helpers/page.js';
import { provesItsText, validatorOf } from '../helpers/record-schema.js';
import { serveSite, type SiteRequest, type SiteResponse } from '../helpers/site.js';

const problemWith = validatorOf(JSON.parse(readFileSync('dist/record.schema.json', 'utf8')) as object);

const SHOP = {
  controller: { name: 'Shop Ltd.', privacyPolicy: '/privacy', contact: 'mailto:privacy@shop.example' },
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'posthog', provider: 'PostHog Inc.', country: 'US' }] },
    { id: 'social' },
    { id: 'sharing' },
  ],
};
const ARCHIVED = { ...SHOP, records: { url: '/archive', retentionDays: 1095 } };

/** What is told where an archive fails, by Candor and by the browser. */
const FAILURE = /^Candor: a record was not delivered|Failed to load resource|ERR_|CORS|Access-Control/;

const records = (page: Page): Promise<ConsentRecord[]> => page.evaluate(() => window.candor!.exportRecords());
const press = (page: Page, name: string): Promise<void> => action(banner(page), name).click();
const decided = (page: Page): Promise<void> => holds(page, 'window.candor.record');

/** As an archive answers that has taken a record. */
const TAKEN: SiteResponse = { status: 201, headers: { 'content-type': 'application/json' }, body: '{}' };

/** An archive that keeps what it is sent and answers as it is told. */
class Archive {
  readonly received: ConsentRecord[] = [];
  answer: (request: SiteRequest) => SiteResponse | Promise<SiteResponse> = () => TAKEN;

  readonly page = (request: SiteRequest): SiteResponse | Promise<SiteResponse> => {
    if (request.method === 'POST') this.received.push(JSON.parse(request.body) as ConsentRecord);
    return this.answer(request);
  };

  /** Receipt ids in the order in which they came first. */
  get receipts(): string[] {
    return [...new Set(this.received.map(({ receiptId }) => receiptId))];
  }

  /** Waits until it has been sent so many times. */
  readonly got = (count: number): Promise<void> =>
    eventually(async () => this.received.length >= count, `${count} records are sent, not ${this.received.length}`);
}

interface ArchiveVisit extends Visit {
  readonly archive: Archive;
}

async function openShop(
  t: TestContext,
  { answer, ...options }: OpenOptions & { answer?: Archive['answer'] } = {},
): Promise<ArchiveVisit> {
  const archive = new Archive();
  if (answer) archive.answer = answer;
  const visit = await openSite(t, {
    config: ARCHIVED,
    ...options,
    pages: { '/archive': archive.page, ...options.pages },
  });
  return { ...visit, archive };
}

/** Nothing is left to be delivered. */
const empty = (page: Page): Promise<void> => holds(page, `localStorage.getItem('candor') === null`);

/** Ids that the archive has, and those on the device, are the same in the same order. */
async function isComplete({ archive }: ArchiveVisit, page: Page): Promise<void> {
  assert.deepEqual(
    archive.receipts,
    (await records(page)).map(({ receiptId }) => receiptId),
  );
}

describe('a record by the script tag', () => {
  test('says who agreed to what, on which text, when and how, and validates against the published schema', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      before: RECORD_EVENTS,
      visitor: { timezoneId: 'Asia/Shanghai' },
    });
    await shown(banner(page));
    const said = await banner(page).innerText();
    await press(page, 'accept-all');
    await gone(banner(page));
    const [record, ...more] = await records(page);
    assert.deepEqual(more, []);
    assert.equal(problemWith(record), undefined);
    provesItsText(record!);
    for (const line of said.split('\n').filter(Boolean)) assert.ok(record!.notice.text!.includes(line), line);
    assert.match(record!.event.time, /\+08:00$/);
    assert.ok(Math.abs(Date.parse(record!.event.time) - Date.now()) < 60_000);
    assert.deepEqual(
      { ...record!.event, time: '' },
      {
        state: 'given',
        type: 'explicit',
        time: '',
        clock: 'client',
        method: 'accept-all',
        surface: 'banner',
        trusted: true,
      },
    );
    assert.deepEqual(
      record!.purposes.map(({ id, granted }) => [id, granted]),
      [
        ['necessary', true],
        ['analytics', true],
        ['social', true],
      ],
    );
    const told = await page.evaluate<[string, { record: ConsentRecord }][]>('told');
    assert.deepEqual(told.find(([type]) => type === 'change')![1].record, record);
  });

  test('tells a script’s click from a person’s', async (t) => {
    const { page } = await openSite(t, { config: SHOP });
    await shown(banner(page));
    await page.evaluate(() =>
      document
        .querySelector('candor-banner')!
        .shadowRoot!.querySelector<HTMLElement>('[data-consent-action="accept-all"]')!
        .click(),
    );
    await decided(page);
    const [{ event }] = (await records(page)) as [ConsentRecord];
    assert.deepEqual([event.surface, event.trusted, event.type], ['banner', false, 'regular']);
  });

  test('knows the click that came before what records it', async (t) => {
    const { page } = await openSite(t, { config: SHOP });
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/(later|proof)-/, async (route) => {
      await held;
      await route.continue();
    });
    await page.reload({ waitUntil: 'domcontentloaded' });
    await shown(banner(page));
    await press(page, 'reject-all');
    release();
    await gone(banner(page));
    const [{ event, notice }] = (await records(page)) as [ConsentRecord];
    assert.deepEqual([event.surface, event.trusted, event.state], ['banner', true, 'refused']);
    assert.match(notice.text!, /Reject all/);
  });

  test('of the page’s own button is the page’s, and a person’s', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      body: '<button data-candor="accept-all">Yes</button>',
      tag: '<script src="/candor/candor.js" data-manual></script>',
    });
    await page.getByRole('button', { name: 'Yes' }).click();
    await decided(page);
    await page.evaluate(() => window.candor!.withdraw());
    await eventually(async () => (await records(page)).length === 2);
    const [pressed, called] = await records(page);
    assert.equal(pressed!.event.surface, 'api');
    assert.deepEqual([called!.event.surface, called!.event.trusted], ['api', false]);
  });

  test('decides nothing without it, and decides all the same where it cannot be had', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      expected: /Candor: this decision has no record|Failed to load|ERR_/,
    });
    await page.route(/\/proof-/, (route) => route.abort());
    await page.reload();
    await shown(banner(page));
    await press(page, 'reject-all');
    await gone(banner(page));
    assert.equal((await page.context().cookies())[0]!.name, 'candor');
    assert.deepEqual(await records(page), []);
  });

  test('loads nothing for a visitor who comes back and decides nothing', async (t) => {
    const { page, parts } = await openSite(t, { config: { ...ARCHIVED, layout: { reopen: 'none' } } });
    await shown(banner(page));
    await page.evaluate(
      () => (document.cookie = `candor=v=1&at=${Math.floor(Date.now() / 1000)}&rev=1&yes=analytics.social&no=; Path=/`),
    );
    const before = parts().length;
    await page.reload();
    await settled(page);
    assert.deepEqual(parts().slice(before), ['candor']);
  });
});

describe('an archive', () => {
  test('receives each record once, in order, with nothing of the page in the request', async (t) => {
    const visit = await openShop(t);
    const { page, archive, site } = visit;
    await shown(banner(page));
    await press(page, 'accept-all');
    await archive.got(1);
    await page.evaluate(() => {
      window.candor!.update({ social: false });
      window.candor!.withdraw();
    });
    await archive.got(3);
    await empty(page);
    await isComplete(visit, page);
    assert.deepEqual(
      archive.received.map(({ event }) => event.state),
      ['given', 'withdrawn', 'withdrawn'],
    );
    for (const record of archive.received) {
      assert.equal(problemWith(record), undefined);
      provesItsText(record);
      assert.equal(record.ending.retentionDays, 1095);
      assert.ok(record.subject.id);
    }
    const sent = site.requests.filter(({ path }) => path === '/archive');
    for (const [index, { method, headers }] of sent.entries()) {
      assert.equal(method, 'POST');
      assert.match(String(headers['content-type']), /^application\/json\b/);
      assert.equal(headers['idempotency-key'], archive.received[index]!.receiptId);
      assert.equal(headers['referer'], undefined);
    }
    await page.reload();
    await settled(page);
    assert.equal(archive.received.length, 3, 'nothing is sent again');
  });

  for (const [what, answer] of [
    ['500', (): SiteResponse => ({ status: 500 })],
    ['429', (): SiteResponse => ({ status: 429 })],
    ['a page', (): SiteResponse => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<p>Welcome' })],
    ['by sending elsewhere', (): SiteResponse => ({ status: 302, headers: { location: '/elsewhere' } })],
  ] as const) {
    test(`that answers ${what} gets it again later; nothing is lost, nothing more is granted, it is told once`, async (t) => {
      const visit = await openShop(t, { answer, expected: FAILURE });
      const { page, archive, complaints } = visit;
      await shown(banner(page));
      await press(page, 'reject-all');
      await archive.got(2);
      assert.equal(archive.receipts.length, 1, 'the same record');
      assert.equal(await page.evaluate(() => window.candor!.granted('analytics')), false);
      const told = complaints().filter((complaint) => complaint.startsWith('Candor'));
      assert.equal(told.length, 1, told.join('\n'));

      archive.answer = () => TAKEN;
      const before = archive.received.length;
      await page.reload();
      await archive.got(before + 1);
      await empty(page);
      assert.equal(archive.receipts.length, 1);
      await isComplete(visit, page);
    });
  }

  test('that refuses a record does not get it again, and the device keeps it', async (t) => {
    const { page, archive, complaints } = await openShop(t, { answer: () => ({ status: 400 }), expected: FAILURE });
    await shown(banner(page));
    await press(page, 'reject-all');
    await archive.got(1);
    await empty(page);
    archive.answer = () => TAKEN;
    await page.evaluate(() => window.candor!.update({ social: true }));
    await archive.got(2);
    await empty(page);
    assert.equal(archive.receipts.length, 2);
    assert.equal((await records(page)).length, 2);
    const told = complaints().filter((complaint) => complaint.startsWith('Candor'));
    assert.equal(told.length, 1, told.join('\n'));
    assert.match(told[0]!, /400.*stays on the device/);
  });

  test('that hangs is given up after a while, and sent to again', async (t) => {
    const held = hold('');
    const { page, archive } = await openShop(t, {
      answer: async () => ({ ...TAKEN, ...(await (held.page as () => Promise<SiteResponse>)()) }),
      expected: FAILURE,
      init: `const { setTimeout: real } = window;
        window.setTimeout = (run, after, ...args) => real(run, after === 10000 ? 300 : after, ...args);`,
    });
    await shown(banner(page));
    await press(page, 'reject-all');
    await archive.got(2);
    held.release();
    await empty(page);
    assert.equal(archive.receipts.length, 1);
  });

  test('that is out of reach gets it when the browser is online again', async (t) => {
    const { page, archive, context, complaints } = await openShop(t, { expected: FAILURE });
    await shown(banner(page));
    // What the decision needs is there before.
    await holds(page, `performance.getEntriesByType('resource').some(({ name }) => /proof-/.test(name))`);
    await page.evaluate(() => window.candor!.update({ social: false }));
    await archive.got(1);
    await empty(page);
    await context.setOffline(true);
    await press(page, 'accept-all');
    await gone(banner(page));
    assert.equal(archive.received.length, 1);
    await context.setOffline(false);
    await archive.got(2);
    await empty(page);
    assert.deepEqual(
      complaints().filter((complaint) => complaint.startsWith('Candor')),
      [],
      'nobody needs to be told',
    );
  });

  test('gets what a page could not deliver from any later page, before anything is decided there', async (t) => {
    const visit = await openShop(t, { answer: () => ({ status: 503 }), expected: FAILURE });
    const { page, archive, another } = visit;
    await shown(banner(page));
    await press(page, 'reject-all');
    await page.evaluate(() => {
      window.candor!.update({ social: true });
      window.candor!.update({ social: false });
    });
    await archive.got(1);
    await eventually(async () => (await records(page)).length === 3);
    await page.close();
    archive.answer = () => TAKEN;
    const next = await another();
    await empty(next);
    await isComplete(visit, next);
  });

  test('gets what is decided just before a page is left', async (t) => {
    const { page, archive } = await openShop(t, {
      pages: { '/next': '<!doctype html><title>Next</title>' },
      before: '',
    });
    await shown(banner(page));
    await page.evaluate(() => document.addEventListener('candor-change', () => (location.href = '/next')));
    await press(page, 'accept-all');
    await page.waitForURL(/next/);
    assert.match(await page.evaluate(() => localStorage.getItem('candor-records')!), /"receiptId"/);
    await page.goBack();
    await archive.got(1);
    await empty(page);
    assert.equal(archive.receipts.length, 1);
  });

  test('gets by the leaving page itself what waits in the queue', async (t) => {
    const { page, archive } = await openShop(t, { answer: () => ({ status: 503 }), expected: FAILURE });
    await shown(banner(page));
    await press(page, 'reject-all');
    await archive.got(1);
    await page.evaluate(() => window.candor!.update({ social: true }));
    await archive.got(2);
    assert.equal(archive.receipts.length, 1, 'the first one first');
    archive.answer = () => TAKEN;
    await page.goto('about:blank');
    await eventually(async () => archive.receipts.length === 2, 'the second one came as the page went');
  });

  test('is sent to by one tab at a time', async (t) => {
    let busy = 0;
    let most = 0;
    const visit = await openShop(t, {
      answer: async () => {
        most = Math.max(most, ++busy);
        await new Promise((resolve) => setTimeout(resolve, 60));
        busy--;
        return TAKEN;
      },
    });
    const { page, archive, another } = visit;
    await shown(banner(page));
    const second = await another();
    await shown(banner(second));
    await Promise.all([
      page.evaluate(() => window.candor!.update({ social: true })),
      second.evaluate(() => window.candor!.update({ analytics: false })),
    ]);
    await eventually(async () => (await records(page)).length === 2);
    await Promise.all([
      page.evaluate(() => window.candor!.withdraw()),
      eventually(async () => archive.receipts.length >= 2),
    ]);
    await eventually(async () => archive.receipts.length === 3);
    await empty(page);
    assert.equal(archive.received.length, 3, 'none is sent twice');
    assert.equal(most, 1);
    // Of two that were made at one moment in two tabs none is the first.
    const onDevice = (await records(second)).map(({ receiptId }) => receiptId);
    assert.deepEqual([...archive.receipts].sort(), [...onDevice].sort());
    assert.equal(archive.receipts.at(-1), onDevice.at(-1), 'the withdrawal is the last');
  });

  test('is sent to by one tab at a time where a page has no locks', async (t) => {
    const visit = await openShop(t, {
      init: `Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });`,
      answer: async () => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return TAKEN;
      },
    });
    const { page, archive, another } = visit;
    await shown(banner(page));
    const second = await another();
    await shown(banner(second));
    await page.evaluate(() => {
      window.candor!.update({ social: true });
      window.candor!.update({ social: false });
    });
    await eventually(async () => (await records(second)).length === 2);
    await second.evaluate(() => window.candor!.withdraw());
    await eventually(async () => archive.receipts.length === 3);
    await empty(page);
    assert.equal(archive.received.length, 3, 'none is sent twice');
    await isComplete(visit, page);
    await holds(page, `localStorage.getItem('candor-records-lease') === null`);
  });

  test('on another origin gets them where it allows that', async (t) => {
    const archive = new Archive();
    const allow = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'content-type',
    };
    archive.answer = () => ({ ...TAKEN, headers: { ...TAKEN.headers, ...allow } });
    const other = await serveSite({ pages: { '/archive': archive.page } });
    t.after(() => other.close());
    const { page } = await openSite(t, { config: { ...SHOP, records: { url: `${other.origin}/archive` } } });
    await shown(banner(page));
    await press(page, 'accept-all');
    await archive.got(1);
    await empty(page);
    const { headers } = other.requests.find(({ method }) => method === 'POST')!;
    assert.equal(headers['cookie'], undefined);
    assert.equal(headers['referer'], undefined);
  });

  test('on another origin that does not allow it costs nobody a record', async (t) => {
    const other = await serveSite({ pages: { '/archive': () => TAKEN } });
    t.after(() => other.close());
    const { page, complaints } = await openSite(t, {
      config: { ...SHOP, records: { url: `${other.origin}/archive` } },
      expected: FAILURE,
    });
    await shown(banner(page));
    await press(page, 'accept-all');
    await eventually(async () => complaints().some((complaint) => complaint.startsWith('Candor')));
    assert.equal((await records(page)).length, 1);
    assert.equal(await page.evaluate(() => localStorage.getItem('candor')), 'unsent');
  });

  for (const url of ['javascript:alert(1)', 'data:text/plain,x', 'http://', 'ftp://shop.example/']) {
    test(`is no ${url}: that is told once, and the records stay`, async (t) => {
      const { page, complaints } = await openSite(t, {
        config: { ...SHOP, records: { url } },
        expected: /is no address/,
      });
      await shown(banner(page));
      await press(page, 'accept-all');
      const told: string[] = [];
      await eventually(async () => told.push(...complaints()) > 0);
      await page.evaluate(() => window.candor!.withdraw());
      await eventually(async () => (await records(page)).length === 2);
      await settled(page);
      assert.deepEqual([...told, ...complaints()].length, 1);
      assert.match(told[0]!, /is no address that records can be sent to/);
    });
  }
});

describe('“My consent record”', () => {
  const open = async (page: Page): Promise<void> => {
    await page.evaluate(() => window.candor!.show('preferences'));
    await action(panel(page), 'records').click();
    await shown(page.locator('candor-records dialog'));
  };

  test('opens from the panel, shows every decision and gives them as JSON', async (t) => {
    const { page } = await openSite(t, { config: SHOP });
    await shown(banner(page));
    await press(page, 'reject-all');
    await gone(banner(page));
    await page.evaluate(() => window.candor!.show('preferences'));
    await toggle(page, 'social').click();
    await action(panel(page), 'save').click();
    await gone(panel(page));
    await open(page);
    const own = page.locator('candor-records');
    assert.deepEqual(
      (await own.locator('article h3 > span').allInnerTexts()).map((text) => text.trim()),
      ['You agreed to a part', 'You refused'],
    );
    assert.match(await own.locator('dialog').innerText(), /Shop Ltd\./);
    const [download] = await Promise.all([page.waitForEvent('download'), action(own, 'download').click()]);
    assert.equal(download.suggestedFilename(), 'consent-record.json');
    const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as ConsentRecord[];
    assert.deepEqual(saved, await records(page));
    await action(own, 'close').click();
    await gone(own);
    assert.equal(await panel(page).evaluate((element) => (element as HTMLElement & { open: boolean }).open), true);
  });

  test('works under a strict policy and Trusted Types, and prints itself alone', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      headers: {
        '/': {
          'content-security-policy':
            "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types candor lit-html",
        },
      },
      tag: '<script src="/candor/candor.js"></script>',
      body: '<main>The page</main>',
    });
    await shown(banner(page));
    await press(page, 'accept-all');
    await gone(banner(page));
    await open(page);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('main').isVisible(), false);
    assert.equal(await panel(page).isVisible(), false);
    assert.equal(await page.locator('candor-records article').first().isVisible(), true);
    assert.equal(await page.locator('candor-records footer').isVisible(), false);
    const height = await page
      .locator('candor-records dialog')
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    assert.ok(height <= 1, 'nothing is cut off');
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('Escape');
    await gone(page.locator('candor-records'));
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('main').isVisible(), true);
  });
});
