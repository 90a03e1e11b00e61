/** Small windows, large letters and wide spacing, in each engine: everything stays in reach and whole. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { faultsOf } from '../demo/gallery/faults.js';
import { engines, type EnginePage } from '../helpers/engines.js';
import { actionOf, inside, one } from '../helpers/find.js';
import { action, banner, gone, holds, openSite, shown } from '../helpers/page.js';
import { visitEngine, type EngineVisit } from '../helpers/visit-engine.js';

const SHOP = {
  controller: { name: 'Shop', privacyPolicy: '/privacy' },
  languages: ['en', 'zh-Hans'],
  categories: [{ id: 'necessary' }, { id: 'analytics' }, { id: 'location' }, { id: 'push' }],
};
const LINKS = Array.from(
  { length: 30 },
  (_, index) => `<p><a href="#${index}" id="l${index}">Link ${index}</a></p>`,
).join('');

const PHONE = { width: 390, height: 844 };
/** 1280 × 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };

/** Makes these rules part of every surface, as they come. */
const dress = (rules: string): string => `<script>
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(rules)});
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    // Whatever else is adopted stands before it.
    Object.defineProperty(root, 'adoptedStyleSheets', {
      set: (sheets) => Reflect.set(ShadowRoot.prototype, 'adoptedStyleSheets', [...sheets, sheet], root),
      get: () => Reflect.get(ShadowRoot.prototype, 'adoptedStyleSheets', root),
    });
    return root;
  };
</script>`;

const VISITORS = [
  { what: 'at 400 % (320 × 256)', size: ZOOMED },
  {
    what: 'with letters twice as large',
    size: PHONE,
    before: dress('* { font-size: 30px !important; line-height: 1.4 !important }'),
  },
  {
    what: 'with the spacing of WCAG 1.4.12',
    size: PHONE,
    before: dress(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`),
  },
];

/** What of something can be seen, from 0 to 1, once it has been scrolled to as far as it goes. */
const visible = (found: string): string => `(() => {
  const target = ${found};
  target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = target.getBoundingClientRect();
  const STEPS = 5;
  let met = 0;
  for (let row = 0; row < STEPS; row++) {
    const at = target.getRootNode().elementFromPoint(left + width / 2, top + ((row + 0.5) / STEPS) * height);
    if (at && (target.contains(at) || at.contains(target)) && at !== document.documentElement) met++;
  }
  return met / STEPS;
})()`;

/** The TypeScript runner marks functions by name, also those that are sent into the page. */
const faults = (host: string): string =>
  `(globalThis.__name = (marked) => marked, (${String(faultsOf)})(${JSON.stringify(host)}))`;

async function expectUsable({ evaluate, click, shown, gone }: EngineVisit): Promise<void> {
  await shown('candor-banner');
  for (const name of ['reject-all', 'accept-all', 'preferences']) {
    assert.equal(await evaluate(visible(actionOf('candor-banner', name))), 1, name);
  }
  assert.deepEqual(await evaluate(faults('candor-banner')), []);
  assert.ok(await evaluate('document.documentElement.scrollWidth <= innerWidth'), 'no scrolling sideways');
  await click(actionOf('candor-banner', 'preferences'));
  await shown('candor-preferences');
  const save = actionOf('candor-preferences', 'save');
  const push = inside('candor-preferences', '[data-consent-category="push"]');
  for (const target of [save, actionOf('candor-preferences', 'close'), push]) {
    assert.equal(await evaluate(visible(target)), 1, target);
  }
  assert.deepEqual(await evaluate(faults('candor-preferences')), []);
  await click(push);
  await click(save);
  await gone('candor-preferences');
  assert.equal(await evaluate(`candor.granted('push')`), true);
}

for (const { name, skip, open } of engines) {
  describe(`in ${name}`, { skip }, () => {
    let browser: EnginePage;
    before(async () => {
      browser = await open();
    });
    after(() => browser.close());

    for (const layout of ['box', 'bar', 'dialog']) {
      for (const { what, size, before } of VISITORS) {
        test(`a ${layout} and the panel are whole and usable ${what}`, async (t) => {
          await browser.resize(size);
          const config = { ...SHOP, layout: { banner: layout } };
          await expectUsable(await visitEngine(t, browser, { config, body: LINKS, before: before ?? '' }));
        });
      }
    }

    test('at 400 % every link of the page is in sight when it has the focus, and the banner is back afterwards', async (t) => {
      await browser.resize(ZOOMED);
      const { evaluate, holds, press, shown } = await visitEngine(t, browser, { config: SHOP, body: LINKS });
      await shown('candor-banner');
      await holds(`getComputedStyle(document.documentElement, '::after').content !== 'none'`);
      for (const index of Array.from({ length: 30 }, (_, each) => each)) {
        if (index) await press('Tab');
        else await evaluate(`${one('#l0')}.focus()`);
        assert.equal(await evaluate('document.activeElement.id'), `l${index}`);
        await holds(`${visible(one(`#l${index}`))} === 1`);
      }
      const reject = actionOf('candor-banner', 'reject-all');
      await evaluate(`${reject}.focus()`);
      await holds(`${visible(reject)} === 1`);
    });

    test('a field that is in use stays in sight when a keyboard takes half of the window', async (t) => {
      await browser.resize(PHONE);
      const { evaluate, holds, press, click, shown, gone } = await visitEngine(t, browser, {
        config: SHOP,
        body: `<div style="height: 380px"></div><input id="field">`,
      });
      await shown('candor-banner');
      await holds(`getComputedStyle(document.documentElement).scrollPaddingBottom !== 'auto'`);
      await evaluate(`${one('#field')}.focus()`);
      await browser.resize({ width: PHONE.width, height: 460 });
      await holds(`${visible(one('#field'))} === 1`);
      for (const letter of 'bread') await press(letter);
      assert.equal(await evaluate(`${one('#field')}.value`), 'bread');
      await browser.resize(PHONE);
      await click(actionOf('candor-banner', 'reject-all'));
      await gone('candor-banner');
    });
  });
}

// Only Chromium measures it.
test('what comes with the banner and goes with it shifts nothing, at the end of the page either', async (t) => {
  const { page } = await openSite(t, {
    config: SHOP,
    body: `${LINKS}<footer style="position: sticky; bottom: 0">Imprint</footer>`,
    init: `window.shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift', buffered: true });`,
  });
  await shown(banner(page));
  await holds(page, `getComputedStyle(document.documentElement).scrollPaddingBottom !== 'auto'`);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await action(banner(page), 'reject-all').click();
  await gone(banner(page));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.deepEqual(await page.evaluate('shifts'), []);
});
