import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import {
  action,
  banner,
  choices,
  gone,
  holds,
  openSite,
  panel,
  read,
  reopen,
  settled,
  shown,
  toggle,
  type OpenOptions,
  type Visit,
} from '../helpers/page.js';

const NONCE = 'c2VjcmV0';
const POLICY = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
  "style-src 'none'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types candor lit-html',
  'report-uri /violation',
].join('; ');

const SHOP = {
  controller: { name: 'Shop', privacyPolicy: '/privacy' },
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'posthog', name: 'PostHog' }] },
    { id: 'push' },
  ],
};

/** A page under the strictest policy that still lets scripts in. What it forbids is noted in `violations` and told the server. */
const openStrict = (t: TestContext, options: OpenOptions = {}): Promise<Visit> =>
  openSite(t, {
    tag: `<script nonce="${NONCE}" src="/candor/candor.js"></script>`,
    before: `<script nonce="${NONCE}">window.ran = []</script>`,
    headers: { '/': { 'content-security-policy': POLICY } },
    init: `window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample), true);`,
    ...options,
    pages: { '/violation': () => ({ status: 204 }), ...options.pages },
  });

const nothingWasForbidden = async ({ page, requests }: Visit): Promise<void> => {
  await settled(page);
  assert.deepEqual(await read(page, 'violations'), []);
  assert.deepEqual(requests('/violation'), []);
};

describe('a strict content security policy with Trusted Types', () => {
  test('sees what it forbids', async (t) => {
    const visit = await openStrict(t, {
      config: SHOP,
      body: '<div id="box"></div>',
      head: '<script>window.isForbidden = false</script>',
    });
    const { page, complaints, requests } = visit;
    await page.evaluate(() => {
      try {
        document.querySelector('#box')!.innerHTML = '<b>Bread</b>';
      } catch {
        // what the policy is for
      }
    });
    await settled(page);
    assert.deepEqual(
      (await read<string[]>(page, 'violations')).map((violation) => violation.split(' ')[0]),
      ['script-src-elem', 'require-trusted-types-for'],
    );
    assert.equal(requests('/violation').length, 2);
    assert.equal(complaints().length > 0, true);
  });

  test('lets banner, panel and button work, and dresses them', async (t) => {
    const visit = await openStrict(t, { config: SHOP });
    const { page } = visit;
    await shown(banner(page));
    const [reject, accept] = await banner(page)
      .locator('.choices button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
    assert.ok(reject === 48 && accept === 48, 'its styles are in force');
    await action(banner(page), 'preferences').click();
    await toggle(page, 'posthog').click();
    await action(panel(page), 'save').click();
    await gone(panel(page));
    assert.equal((await choices(page))['posthog'], true);
    await action(reopen(page), 'preferences').click();
    await shown(panel(page).locator('dialog'));
    await action(panel(page), 'withdraw').click();
    await gone(panel(page));
    await nothingWasForbidden(visit);
  });

  test('lets a banner that is a dialog, in Chinese, switch its language', async (t) => {
    const visit = await openStrict(t, { config: { ...SHOP, layout: { banner: 'dialog' } }, lang: 'zh-CN' });
    const { page } = visit;
    await banner(page).getByRole('button', { name: '全部同意' }).waitFor();
    await banner(page).getByRole('button', { name: 'English' }).click();
    await banner(page).getByRole('button', { name: 'Accept all' }).click();
    await gone(banner(page));
    await nothingWasForbidden(visit);
  });

  test('lets gated scripts run: external, inline, module, in templates, with the nonce of their own or of the tag', async (t) => {
    const visit = await openStrict(t, {
      config: SHOP,
      head: `
        <script nonce="${NONCE}" type="text/plain" data-consent="analytics" src="/external.js"></script>
        <script nonce="${NONCE}" type="text/plain" data-consent="analytics">ran.push('inline')</script>
        <script type="text/plain" data-consent="analytics">ran.push('inline of no nonce')</script>
        <script type="text/plain" data-consent="analytics" src="/external.js?2"></script>
        <script nonce="${NONCE}" type="text/plain" data-consent="analytics" data-type="module">ran.push('module')</script>`,
      body: `<template data-consent="analytics"><p id="widget">Widget</p><script nonce="${NONCE}">ran.push('template')</script></template>
        <img data-consent="analytics" data-src="/image.svg" alt="">`,
      pages: {
        '/external.js': "ran.push('external')",
        '/image.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="3"/>',
      },
    });
    const { page } = visit;
    await action(banner(page), 'accept-all').click();
    await holds(page, 'ran.length === 6');
    assert.deepEqual((await read<string[]>(page, 'ran')).sort(), [
      'external',
      'external',
      'inline',
      'inline of no nonce',
      'module',
      'template',
    ]);
    await holds(page, 'document.querySelector("img").naturalWidth === 3');
    await page.evaluate(() => window.candor!.withdraw());
    await gone(page.locator('#widget'));
    await nothingWasForbidden(visit);
  });

  test('lets the config be fetched', async (t) => {
    const visit = await openStrict(t, {
      tag: `<script nonce="${NONCE}" src="/candor/candor.js" data-config="/consent.json"></script>`,
      pages: { '/consent.json': JSON.stringify(SHOP) },
    });
    await action(banner(visit.page), 'accept-all').click();
    await holds(visit.page, 'candor.granted("push")');
    await nothingWasForbidden(visit);
  });

  test('lets a broken config be explained', async (t) => {
    const visit = await openStrict(t, { config: '{ "categories": [', path: undefined });
    const said = visit.page.waitForEvent('console', { predicate: (message) => message.text().startsWith('Candor') });
    await visit.page.goto(visit.site.origin);
    await said;
    await nothingWasForbidden(visit);
    assert.match(visit.complaints().join(), /^Candor.*#candor-config/s);
  });
});
