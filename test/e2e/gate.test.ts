import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { action, banner, gone, hold, holds, openSite, read, settled, shown } from '../helpers/page.js';

const SHOP = {
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'slow' }, { id: 'quick' }] },
    { id: 'social' },
    { id: 'push' },
  ],
};

/** What scripts note as they run. */
const LOG = '<script>window.ran = []</script>';
const note = (name: string): string => `ran.push('${name}')`;
const ran = (page: Page): Promise<string[]> => read(page, 'ran');

const accept = (page: Page): Promise<void> => action(banner(page), 'accept-all').click();

describe('gated scripts', () => {
  test('run on yes, whatever their kind, and say so', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      before: LOG,
      head: `
        <script type="text/plain" data-consent="analytics" id="inline">ran.push(document.currentScript.id)</script>
        <script type="text/plain" data-consent="analytics" src="/external.js" data-key="7"></script>
        <script type="text/plain" data-consent="analytics" data-src="/data-src.js"></script>
        <script type="text/plain" data-consent="analytics" data-type="module">ran.push('module ' + typeof import.meta.url)</script>
        <script type="text/plain" data-consent="analytics" data-type="module" src="/module.js"></script>
        <script type="text/plain" data-consent="analytics" data-type="text/javascript">ran.push('typed')</script>`,
      pages: {
        '/external.js': "ran.push('external ' + document.currentScript.dataset.key)",
        '/data-src.js': note('data-src'),
        '/module.js': "ran.push('external module ' + typeof import.meta.url)",
      },
    });
    await shown(banner(page));
    await settled(page);
    assert.deepEqual(await ran(page), []);
    await accept(page);
    await holds(page, 'ran.length === 6');
    assert.deepEqual((await ran(page)).sort(), [
      'data-src',
      'external 7',
      'external module string',
      'inline',
      'module string',
      'typed',
    ]);
    assert.deepEqual(
      await page.$$eval('[data-consent]', (all) => [
        ...new Set(all.map((each) => each.getAttribute('data-consent-state'))),
      ]),
      ['granted'],
    );
  });

  test('run only once, however often the answer changes', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      before: LOG,
      head: `<script type="text/plain" data-consent="analytics">${note('once')}</script>
        <script type="text/plain" data-consent="push">${note('push')}</script>`,
    });
    await page.evaluate(() => window.candor!.update({ analytics: true }));
    await holds(page, 'ran.length === 1');
    await page.evaluate(() => window.candor!.update({ analytics: false }));
    await page.evaluate(() => window.candor!.update({ analytics: true, push: true }));
    await holds(page, 'ran.includes("push")');
    await settled(page);
    assert.deepEqual(await ran(page), ['once', 'push']);
  });

  test('keep their order in a service, and a slow service holds back no other', async (t) => {
    const slow = hold(note('slow 1'));
    const { page } = await openSite(t, {
      config: SHOP,
      before: LOG,
      head: `
        <script type="text/plain" data-consent="analytics slow" src="/slow.js"></script>
        <script type="text/plain" data-consent="quick">${note('quick 1')}</script>
        <script type="text/plain" data-consent="slow">${note('slow 2')}</script>
        <script type="text/plain" data-consent="slow" src="/slow-3.js"></script>
        <script type="text/plain" data-consent="slow" data-type="module" src="/slow-4.js"></script>
        <script type="text/plain" data-consent="slow">${note('slow 5')}</script>
        <script type="text/plain" data-consent="analytics">${note('category')}</script>
        <script type="text/plain" data-consent="quick" src="/quick-2.js"></script>
        <script type="text/plain" data-consent="quick">${note('quick 3')}</script>`,
      pages: {
        '/slow.js': slow.page,
        '/slow-3.js': () => ({ body: note('slow 3'), delay: 30 }),
        '/slow-4.js': note('slow 4'),
        '/quick-2.js': note('quick 2'),
      },
    });
    await accept(page);
    await holds(page, 'ran.includes("quick 3") && ran.includes("category")');
    assert.deepEqual(
      (await ran(page)).filter((name) => name !== 'category'),
      ['quick 1', 'quick 2', 'quick 3'],
    );
    slow.release();
    await holds(page, 'ran.length === 9');
    assert.deepEqual((await ran(page)).slice(4), ['slow 1', 'slow 2', 'slow 3', 'slow 4', 'slow 5']);
  });

  test('that are async hold back nobody of their own service', async (t) => {
    const slow = hold(note('async'));
    const { page } = await openSite(t, {
      config: SHOP,
      before: LOG,
      head: `<script type="text/plain" data-consent="slow" src="/async.js" async></script>
        <script type="text/plain" data-consent="slow">${note('next')}</script>`,
      pages: { '/async.js': slow.page },
    });
    await accept(page);
    await holds(page, 'ran.length === 1');
    slow.release();
    await holds(page, 'ran.length === 2');
    assert.deepEqual(await ran(page), ['next', 'async']);
  });

  test('that are missing, blocked or broken hold back nobody', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      expected: /404|BLOCKED_BY_CLIENT|external|inline|SyntaxError|^Candor: a script of slow did not load/,
      before: LOG,
      head: `
        <script type="text/plain" data-consent="slow" src="/missing.js"></script>
        <script type="text/plain" data-consent="slow">${note('after 404')}</script>
        <script type="text/plain" data-consent="slow" src="/blocked.js"></script>
        <script type="text/plain" data-consent="slow">${note('after an ad blocker')}</script>
        <script type="text/plain" data-consent="slow" src="/throws.js"></script>
        <script type="text/plain" data-consent="slow">throw new Error('inline')</script>
        <script type="text/plain" data-consent="slow">not even JavaScript</script>
        <script type="text/plain" data-consent="slow">${note('after errors')}</script>`,
      pages: { '/throws.js': "throw new Error('external')" },
    });
    await page.route('**/blocked.js', (route) => route.abort('blockedbyclient'));
    await accept(page);
    await holds(page, 'ran.length === 3');
    assert.deepEqual(await ran(page), ['after 404', 'after an ad blocker', 'after errors']);
  });

  test('run as the parser meets them where the answer is stored', async (t) => {
    const { page, another } = await openSite(t, {
      config: SHOP,
      before: LOG,
      head: `<script type="text/plain" data-consent="quick">${note('head')}</script>`,
      body: `<p>Text</p><script type="text/plain" data-consent="quick" src="/body.js"></script>
        <script type="text/plain" data-consent="quick">${note('end')}</script>`,
      pages: { '/body.js': note('body') },
    });
    await accept(page);
    await holds(page, 'ran.length === 3');
    const second = await another();
    await holds(second, 'ran.length === 3');
    assert.deepEqual(await ran(second), ['head', 'body', 'end']);
  });

  test('need every id they name', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      before: LOG,
      head: `<script type="text/plain" data-consent="analytics push">${note('both')}</script>
        <script type="text/plain" data-consent="analytics !push">${note('without push')}</script>`,
    });
    await page.evaluate(() => window.candor!.update({ analytics: true }));
    await holds(page, 'ran.length === 1');
    await settled(page);
    assert.deepEqual(await ran(page), ['without push']);
    await page.evaluate(() => window.candor!.update({ push: true }));
    await holds(page, 'ran.length === 2');
  });

  test('come in by code, at any time and in any way', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      before: LOG,
      body: '<div id="app"></div>',
    });
    await accept(page);
    await gone(banner(page));
    await page.evaluate(() => {
      const appended = document.createElement('script');
      appended.type = 'text/plain';
      appended.dataset['consent'] = 'analytics';
      appended.text = "ran.push('appended')";
      document.head.append(appended);

      document.querySelector('#app')!.innerHTML =
        '<section><script type="text/plain" data-consent="analytics">ran.push("innerHTML")</script></section>';

      const markedLater = document.createElement('script');
      markedLater.type = 'text/plain';
      markedLater.text = "ran.push('marked later')";
      document.body.append(markedLater);
      markedLater.dataset['consent'] = 'analytics';

      const insideFragment = document
        .createRange()
        .createContextualFragment('<script type="text/plain" data-consent="analytics">ran.push("fragment")</script>');
      document.body.append(insideFragment);
    });
    await holds(page, 'ran.length === 4');
    assert.deepEqual((await ran(page)).sort(), ['appended', 'fragment', 'innerHTML', 'marked later']);
  });

  test('that came in by code before the answer wait for it', async (t) => {
    const { page } = await openSite(t, { config: SHOP, before: LOG, body: '<div id="app"></div>' });
    await shown(banner(page));
    await page.evaluate(() => {
      document.querySelector('#app')!.innerHTML =
        '<script type="text/plain" data-consent="analytics">ran.push("innerHTML")</script>';
    });
    await settled(page);
    assert.deepEqual(await ran(page), []);
    await accept(page);
    await holds(page, 'ran.length === 1');
  });

  test('that were taken out of the page before the answer do not run', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      before: LOG,
      head: `<script type="text/plain" data-consent="push" id="gone">${note('gone')}</script>
        <script type="text/plain" data-consent="push">${note('stays')}</script>`,
    });
    await page.evaluate(() => document.querySelector('#gone')!.remove());
    await accept(page);
    await holds(page, 'ran.includes("stays")');
    await settled(page);
    assert.deepEqual(await ran(page), ['stays']);
  });

  test('do not run when the no comes before their turn', async (t) => {
    const first = hold(note('first'));
    const { page } = await openSite(t, {
      config: SHOP,
      before: LOG,
      head: `<script type="text/plain" data-consent="slow" src="/first.js"></script>
        <script type="text/plain" data-consent="slow">${note('second')}</script>
        <script type="text/plain" data-consent="push">${note('push')}</script>`,
      pages: { '/first.js': first.page },
    });
    const asked = page.waitForRequest('**/first.js');
    await accept(page);
    await asked;
    await page.evaluate(() => window.candor!.update({ analytics: false }));
    first.release();
    await holds(page, 'ran.includes("first") && ran.includes("push")');
    await settled(page);
    assert.ok(!(await ran(page)).includes('second'));
  });

  test('do not run where yes and no come in one task', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      before: LOG,
      head: `<script type="text/plain" data-consent="analytics">${note('no')}</script>
        <script type="text/plain" data-consent="push">${note('push')}</script>`,
    });
    await shown(banner(page));
    await page.evaluate(() => {
      window.candor!.acceptAll();
      window.candor!.update({ analytics: false });
    });
    await holds(page, 'ran.includes("push")');
    await settled(page);
    assert.deepEqual(await ran(page), ['push']);
  });

  test('run after the banner is gone and the next frame is painted, in slices', async (t) => {
    const script = `<script type="text/plain" data-consent="analytics">work()</script>`;
    const { page } = await openSite(t, {
      config: SHOP,
      before: `<script>
        window.ran = []; window.painted = false; window.frames_ = 0;
        addEventListener('click', () => requestAnimationFrame(() => setTimeout(() => (painted = true))), true);
        requestAnimationFrame(function count() { frames_++; requestAnimationFrame(count) });
        function work() {
          const banner = document.querySelector('candor-banner');
          ran.push({ painted, frame: frames_, isGone: !banner || getComputedStyle(banner).display === 'none' });
          for (const end = performance.now() + 4; performance.now() < end; );
        }
      </script>`,
      head: script.repeat(60),
    });
    await accept(page);
    await holds(page, 'ran.length === 60');
    const all = await read<{ painted: boolean; frame: number; isGone: boolean }[]>(page, 'ran');
    assert.ok(all.every(({ painted, isGone }) => painted && isGone));
    assert.ok(all.at(-1)!.frame > all[0]!.frame, 'frames are painted between the first and the last');
  });
});

describe('gated elements', () => {
  const PAGES = {
    '/frame': '<!doctype html><p>Frame</p>',
    '/image.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="3"/>',
    '/style.css': '#styled { color: rgb(1, 2, 3) }',
    '/object.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="3"/>',
    '/video.mp4': () => ({ status: 204 }),
    '/in-template.js': note('external'),
  };
  const MARKUP = `
    <iframe data-consent="social" data-src="/frame" title="Frame"></iframe>
    <img data-consent="social" data-src="/image.svg" data-srcset="/image.svg 1x" alt="">
    <video data-consent="social" data-src="/video.mp4" data-poster="/image.svg"></video>
    <link data-consent="social" rel="stylesheet" data-href="/style.css">
    <object data-consent="social" data-data="/object.svg" type="image/svg+xml"></object>
    <p id="styled">Styled</p>`;

  test('fetch on yes, and fall silent when it is taken back', async (t) => {
    const { page, requests } = await openSite(t, { config: SHOP, body: MARKUP, pages: PAGES });
    await shown(banner(page));
    await settled(page);
    assert.deepEqual(
      requests().filter((path) => path in PAGES),
      [],
    );
    await accept(page);
    await page.frameLocator('iframe').getByText('Frame').waitFor();
    await holds(page, 'getComputedStyle(styled).color === "rgb(1, 2, 3)"');
    await holds(page, 'document.querySelector("img").naturalWidth === 3');
    await settled(page);
    assert.deepEqual(
      new Set(requests().filter((path) => path in PAGES)),
      new Set(['/frame', '/image.svg', '/style.css', '/object.svg', '/video.mp4']),
    );

    const before = requests().length;
    await page.evaluate(() => window.candor!.withdraw());
    await holds(page, 'getComputedStyle(styled).color !== "rgb(1, 2, 3)"');
    assert.deepEqual(
      await page.$$eval('[data-consent]', (all) =>
        all.flatMap((each) =>
          ['src', 'srcset', 'poster', 'href', 'data', 'data-consent-state'].filter((name) => each.hasAttribute(name)),
        ),
      ),
      [],
    );
    assert.equal(await page.frameLocator('iframe').getByText('Frame').count(), 0);
    await settled(page);
    assert.deepEqual(
      requests()
        .slice(before)
        .filter((path) => path in PAGES),
      [],
    );
    await page.evaluate(() => window.candor!.acceptAll());
    await page.frameLocator('iframe').getByText('Frame').waitFor();
  });

  test('come in through innerHTML of code, before and after the answer', async (t) => {
    const { page } = await openSite(t, { config: SHOP, body: '<div id="app"></div>', pages: PAGES });
    await shown(banner(page));
    const insert = (): Promise<void> =>
      page.evaluate(() => {
        const box = document.createElement('div');
        box.innerHTML = '<p><iframe data-consent="social" data-src="/frame"></iframe></p>';
        document.querySelector('#app')!.append(box);
      });
    await insert();
    await settled(page);
    assert.equal(await page.locator('iframe[src]').count(), 0);
    await accept(page);
    await page.frameLocator('iframe >> nth=0').getByText('Frame').waitFor();
    await insert();
    await page.frameLocator('iframe >> nth=1').getByText('Frame').waitFor();
  });

  test('leave no entry in the history when they fall silent', async (t) => {
    const { page } = await openSite(t, { config: SHOP, body: MARKUP, pages: PAGES });
    const length = await page.evaluate(() => history.length);
    await accept(page);
    await page.frameLocator('iframe').getByText('Frame').waitFor();
    await page.evaluate(() => window.candor!.withdraw());
    await holds(page, '!document.querySelector("iframe").src');
    await settled(page);
    assert.equal(await page.evaluate(() => history.length), length);
  });

  test('a template brings its content and runs its scripts in order, then takes the content away', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      before: LOG,
      body: `<template data-consent="social"><div id="widget">Widget</div>
        <script src="/in-template.js"></script><script>${note('inline')}</script></template><p id="after">After</p>`,
      pages: { '/in-template.js': note('external') },
    });
    await shown(banner(page));
    assert.equal(await page.locator('#widget').count(), 0);
    await accept(page);
    await holds(page, 'ran.length === 2');
    assert.deepEqual(await ran(page), ['external', 'inline']);
    await shown(page.locator('#widget'));
    await page.evaluate(() => window.candor!.withdraw());
    await gone(page.locator('#widget'));
    assert.equal(await page.locator('#after').count(), 1);
    assert.equal(await page.locator('template').count(), 1);
  });
});

describe('what waits for a no', () => {
  test('runs while the answer is open or no, on this page and the next', async (t) => {
    const { page, another } = await openSite(t, {
      config: SHOP,
      before: LOG,
      head: `<script type="text/plain" data-consent="!analytics">${note('open')}</script>`,
    });
    await holds(page, 'ran.length === 1');
    await action(banner(page), 'reject-all').click();
    await gone(banner(page));
    const second = await another();
    await holds(second, 'ran.length === 1');
  });

  test('does not run after a yes, and starts when it is taken back', async (t) => {
    const { page, another } = await openSite(t, {
      config: SHOP,
      before: LOG,
      head: `<script type="text/plain" data-consent="!analytics">${note('instead')}</script>`,
      body: '<template data-consent="!social"><p id="placeholder">Film after your yes</p></template>',
    });
    await shown(page.locator('#placeholder'));
    await accept(page);
    await gone(page.locator('#placeholder'));
    const second = await another();
    await settled(second);
    assert.deepEqual(await ran(second), []);
    await second.evaluate(() => window.candor!.withdraw());
    await holds(second, 'ran.length === 1');
    await shown(second.locator('#placeholder'));
  });
});

describe('function gates', () => {
  test('open on yes, undo on no, and can be taken away', async (t) => {
    const { page } = await openSite(t, {
      config: SHOP,
      before: LOG,
      head: `<script>
        window.away = candor.gate('analytics', () => { ran.push('run'); return () => ran.push('undo') });
      </script>`,
    });
    await page.evaluate(() => window.candor!.update({ analytics: true }));
    await holds(page, 'ran.join() === "run"');
    await page.evaluate(() => window.candor!.update({ analytics: false }));
    await holds(page, 'ran.join() === "run,undo"');
    await page.evaluate(() => window.candor!.update({ analytics: true }));
    await holds(page, 'ran.join() === "run,undo,run"');
    await page.evaluate('away()');
    assert.deepEqual(await ran(page), ['run', 'undo', 'run', 'undo']);
  });

  test('of a host that throws stop no other', async (t) => {
    const { page, complaints } = await openSite(t, {
      config: SHOP,
      before: LOG,
      head: `<script>
        candor.gate('push', () => { throw new Error('host') });
        candor.gate('push', () => { ran.push('push') });
      </script>`,
    });
    await accept(page);
    await holds(page, 'ran.length === 1');
    assert.match(complaints().join(), /host/);
  });
});
