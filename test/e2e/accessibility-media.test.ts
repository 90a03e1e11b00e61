/**
 * Every state of the gallery, and the declaration, for visitors with colours, contrast, paper and pace of their own. A new state of the gallery is
 * looked at by itself.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { frameAddress } from '../../demo/frames/gallery-state/frame-query.js';
import { TAGS } from '../../demo/pages/gallery/state.js';
import { STATES } from '../../demo/pages/gallery/states.js';
import { faultsOf } from '../demo/gallery/faults.js';
import { useGallery } from '../helpers/gallery.js';
import { colourFaults, motionFaults, printFaults, type Printed, type Wanted } from '../helpers/media-faults.js';
import { holds } from '../helpers/page.js';

interface Row {
  readonly id: string;
  readonly tag: string;
  readonly address: string;
  /** Holds once it stands. */
  readonly isShown: string;
  /** What stands for the page around it. */
  readonly page: string;
  /** Whether it is a surface of its own, with a box that the window holds. */
  readonly isBox: boolean;
}

const ROWS: readonly Row[] = [
  ...STATES.map(({ id, shows }) => ({
    id,
    tag: TAGS[shows],
    address: frameAddress({ state: id, language: 'en', scheme: 'auto', motion: 'system' }),
    isShown: `document.documentElement.dataset.gallery === 'shown'`,
    page: '.page',
    isBox: true,
  })),
  {
    id: 'declaration',
    tag: 'candor-declaration',
    address: '/behaviours/declaration/',
    isShown: `document.querySelector('candor-declaration')?.shadowRoot?.querySelector('[role=switch]')`,
    page: 'h1',
    isBox: false,
  },
];

/** What is no layer over the page: content of it, or a document of its own. All else is not printed. */
const PRINTED: Readonly<Record<string, Printed>> = {
  'candor-declaration': 'with the page',
  'candor-embed': 'with the page',
  'candor-records': 'alone',
};

const SCHEMES = ['light', 'dark'] as const;

/** The colours that visitors ask for, and what is asked of them. Of the visitor's own palette nobody knows more than that it can be read. */
const COLOURS: readonly { name: string; media: Parameters<Page['emulateMedia']>[0]; wanted: Wanted }[] = [
  {
    name: 'forced colours',
    media: { forcedColors: 'active', contrast: 'no-preference' },
    wanted: { words: 4.5, signs: 3, marked: true },
  },
  {
    name: 'more contrast',
    media: { forcedColors: 'none', contrast: 'more' },
    wanted: { words: 7, signs: 4.5, marked: false },
  },
];

describe('each surface suits', () => {
  const gallery = useGallery();

  for (const row of ROWS) {
    test(`forced colours, more contrast, paper, and a wish for less motion: ${row.id}`, async () => {
      const { tag } = row;
      const { page } = gallery;
      const faults: Record<string, string[]> = {};
      await page.emulateMedia({
        media: 'screen',
        forcedColors: 'none',
        contrast: 'no-preference',
        colorScheme: 'light',
      });
      await gallery.goto(row.address);
      await holds(page, row.isShown);
      faults['reduced motion'] = await page.evaluate(motionFaults, tag);
      for (const colorScheme of SCHEMES) {
        for (const { name, media, wanted } of COLOURS) {
          await page.emulateMedia({ ...media, colorScheme });
          faults[`${name}, ${colorScheme}`] = [
            ...(row.isBox ? await page.evaluate(faultsOf, tag) : []),
            ...(await page.evaluate(colourFaults, [tag, wanted] as const)),
          ];
        }
      }
      await page.emulateMedia({ media: 'print' });
      faults['print'] = await page.evaluate(printFaults, [tag, row.page, PRINTED[tag] ?? 'never'] as const);
      assert.deepEqual(
        Object.entries(faults).filter(([, found]) => found.length),
        [],
      );
    });
  }
});
