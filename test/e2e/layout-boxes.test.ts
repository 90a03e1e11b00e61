/**
 * Every layout in every look, measured by its boxes: nothing is cut off, covered or out of the window, refusing is as easy as
 * accepting, and everything can be read. By default a choice of combinations in which every two values meet; `npm run layouts`
 * walks over all of them and leaves a picture of each, with a page that shows them side by side.
 */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Config } from '../../src/core/config.js';
import { faultsOf } from '../demo/gallery/faults.js';
import { contactSheet, type Picture } from '../helpers/contact-sheet.js';
import { looksOf } from '../helpers/looks-of.js';
import { action, banner, holds, openSite, panel, shown } from '../helpers/page.js';
import { pairwise, product, type Case } from '../helpers/pairwise.js';

const BOXES = ['bottom-start', 'bottom-end', 'top-start', 'top-end', 'bottom', 'top'] as const;

const AXES = {
  layout: [
    ...BOXES.map((position) => ({ banner: 'box' as const, position })),
    { banner: 'bar' as const, position: 'bottom' as const },
    { banner: 'bar' as const, position: 'top' as const },
    { banner: 'dialog' as const },
    { banner: 'inline' as const },
  ],
  density: ['comfortable', 'compact'] as const,
  look: ['neutral', 'cloud', 'public', 'commerce', 'editorial'] as const,
  scheme: ['light', 'dark'] as const,
  // The last: English words from right to left. `languages.test.ts` walks over all there are.
  language: ['en', 'zh-Hans', 'de', 'ar', 'mirrored'] as const,
  window: [
    { width: 320, height: 256 },
    { width: 320, height: 640 },
    { width: 768, height: 720 },
    { width: 1440, height: 900 },
  ],
  words: ['usual', 'ten times as long'] as const,
  // One that no look has, and that no white page could show.
  accent: [undefined, '#ffe600'],
};

type Combination = Case<typeof AXES>;

const folder = process.env['LAYOUT_PICTURES'];

const COMBINATIONS: readonly Combination[] = folder
  ? product({ ...AXES, density: ['comfortable' as const], words: ['usual' as const], accent: [undefined] })
  : pairwise(AXES);

const BASE: Config = {
  controller: { name: 'Northlark', privacyPolicy: '/privacy' },
  categories: [{ id: 'necessary' }, { id: 'functional' }, { id: 'analytics' }, { id: 'location' }, { id: 'push' }],
};

const TEXTS = ['banner.title', 'banner.description', 'banner.reject-all', 'banner.accept-all', 'banner.preferences'];
const SOURCES = [
  'Your data, your choice',
  'We use cookies to run this site and count visits.',
  'Reject',
  'Accept',
  'More',
];

const LONG = Object.fromEntries(TEXTS.map((id, index) => [id, `${SOURCES[index]} `.repeat(10).trim()]));

const configOf = ({ layout, density, look, scheme, words, accent }: Combination): Config => ({
  ...BASE,
  layout: { ...layout, density, reopen: 'none' },
  theme: { look, scheme, ...(accent && { accent }) },
  ...(words === 'usual' ? {} : { texts: LONG }),
});

const nameOf = ({ layout, density, look, scheme, language, window, words, accent }: Combination): string =>
  [
    ...Object.values(layout),
    density,
    look,
    scheme,
    language,
    `${window.width}x${window.height}`,
    words === 'usual' ? '' : 'long',
    accent ? 'yellow' : '',
  ]
    .filter(Boolean)
    .join(' ');

/** Shows a combination on the page that is open, and waits until it stands. */
async function show(page: Page, combination: Combination): Promise<void> {
  const { language, layout, window: size } = combination;
  await page.setViewportSize(size);
  await page.evaluate(
    async ({ config, locale }) => {
      const { candor } = window;
      candor!.hide();
      candor!.replaceConfig(config);
      await candor!.setLocale(locale);
      await candor!.show('banner');
    },
    { config: configOf(combination), locale: language === 'mirrored' ? 'en' : language },
  );
  await holds(page, `document.querySelector('candor-banner[open]')?.dataset.layout === '${layout.banner}'`);
  if (language === 'mirrored') await banner(page).evaluate((element: HTMLElement) => void (element.dir = 'rtl'));
  await shown(action(banner(page), 'accept-all'));
}

/** Everything that is wrong with a surface. One in the page may be higher than the window. */
async function faults(page: Page, tag: string, { layout, window }: Combination): Promise<string[]> {
  const found = [...(await page.evaluate(faultsOf, tag)), ...(await page.evaluate(looksOf, tag))];
  const isHigher = (fault: string): boolean => {
    const [, right] = / leaves the window: [\d.]+, [\d.]+, ([\d.]+)/.exec(fault) ?? [];
    return Number(right) <= window.width;
  };
  return found.filter((fault) => !(layout.banner === 'inline' && tag === 'candor-banner' && isHigher(fault)));
}

describe('the banner', () => {
  const pictures: Picture[] = [];

  before(() => void (folder && mkdirSync(folder, { recursive: true })));
  after(() => void (folder && writeFileSync(join(folder, 'index.html'), contactSheet(pictures))));

  for (const layout of AXES.layout) {
    const ofLayout = COMBINATIONS.filter((combination) => combination.layout === layout);
    const name = Object.values(layout).join(' ');

    test(`stands whole as ${name} in ${ofLayout.length} combinations of look, language and window`, async (t) => {
      // Animations are over before anything is measured.
      const { page } = await openSite(t, {
        config: BASE,
        body: '<main><h1>Page</h1><p>Text</p></main>',
        init: 'globalThis.__name = (marked) => marked',
        // The accent that nobody could see is corrected, and the page told so.
        expected: /theme\.accent/,
      });
      await shown(banner(page));
      const wrong: string[] = [];
      for (const combination of ofLayout) {
        const caption = nameOf(combination);
        await show(page, combination);
        wrong.push(...(await faults(page, 'candor-banner', combination)).map((fault) => `${caption}: ${fault}`));
        if (!folder) continue;
        await page.screenshot({ path: join(folder, `${caption}.png`) });
        pictures.push({ file: `${caption}.png`, chapter: name, row: `${combination.look} ${combination.scheme}` });
      }
      assert.deepEqual(wrong, []);
    });
  }
});

describe('the panel', () => {
  test('stands whole in every look, density and scheme, in narrow and wide windows', async (t) => {
    const { page } = await openSite(t, {
      config: BASE,
      init: 'globalThis.__name = (marked) => marked',
      expected: /theme\.accent/,
    });
    await shown(banner(page));
    const wrong: string[] = [];
    const layout = [{ banner: 'box' as const, position: 'bottom-start' as const }];
    for (const combination of pairwise({ ...AXES, layout })) {
      await show(page, combination);
      await page.evaluate(() => window.candor!.show('preferences'));
      await shown(action(panel(page), 'save'));
      if (combination.language === 'mirrored') {
        await panel(page).evaluate((element: HTMLElement) => void (element.dir = 'rtl'));
      }
      wrong.push(
        ...(await faults(page, 'candor-preferences', combination)).map((fault) => `${nameOf(combination)}: ${fault}`),
      );
    }
    assert.deepEqual(wrong, []);
  });
});
