/**
 * Every state of the gallery as axe sees it, in every pair of state, scheme, direction, contrast and language. `npm run test:accessibility` takes
 * every combination instead of every pair.
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { TAGS, type GalleryState } from '../../demo/pages/gallery/state.js';
import { STATES } from '../../demo/pages/gallery/states.js';
import { useGallery } from '../helpers/gallery.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** All levels of WCAG 2.2, and what is good practice besides. What a page as a whole owes is not Candor's. */
const TAGS_OF_AXE = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface View {
  readonly state: GalleryState;
  readonly scheme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  readonly contrast: 'as it is' | 'more' | 'forced';
  readonly language: 'en' | 'zh-Hans';
}

const SCHEMES = ['light', 'dark'] as const;
const DIRECTIONS = ['ltr', 'rtl'] as const;
const CONTRASTS = ['as it is', 'more', 'forced'] as const;
const LANGUAGES = ['en', 'zh-Hans'] as const;

const all: readonly View[] = STATES.flatMap((state) =>
  LANGUAGES.flatMap((language) =>
    SCHEMES.flatMap((scheme) =>
      DIRECTIONS.flatMap((direction) =>
        CONTRASTS.map((contrast) => ({ state, scheme, direction, contrast, language })),
      ),
    ),
  ),
);

/** What two of a view's properties are, for each two. */
function pairsOf({ state, ...view }: View): string[] {
  const entries = Object.entries({ ...view, state: state.id });
  return entries.flatMap((one, index) => entries.slice(index + 1).map((other) => [one, other].join()));
}

/** As few views as hold every pair that all of them hold: each time one that adds most. */
function pairwise(views: readonly View[]): View[] {
  const pairs = new Map(views.map((view) => [view, pairsOf(view)]));
  const missing = new Set([...pairs.values()].flat());
  const chosen: View[] = [];
  while (missing.size) {
    const gains = [...pairs].map(([view, own]) => ({ view, gain: own.filter((pair) => missing.has(pair)).length }));
    const { view } = gains.reduce((one, other) => (other.gain > one.gain ? other : one));
    chosen.push(view);
    for (const pair of pairs.get(view)!) missing.delete(pair);
    pairs.delete(view);
  }
  return chosen;
}

const VIEWS = process.env['ACCESSIBILITY'] === 'full' ? all : pairwise(all);

describe('axe finds nothing', () => {
  const gallery = useGallery({}, (page) => page.addInitScript({ path: AXE }));

  async function violations(view: View): Promise<string[]> {
    const { state, scheme, direction, contrast, language } = view;
    const { page } = gallery;
    await page.emulateMedia({
      colorScheme: scheme,
      contrast: contrast === 'more' ? 'more' : 'no-preference',
      forcedColors: contrast === 'forced' ? 'active' : 'none',
    });
    await gallery.show({ state: state.id, language, scheme, motion: 'system' });
    const tag = TAGS[state.shows];
    // Forced colours are the visitor's, and axe reads those behind them; a site that brings an accent of its own owes level AAA itself.
    const rules = {
      'color-contrast': { enabled: contrast !== 'forced' },
      'color-contrast-enhanced': { enabled: contrast !== 'forced' && !state.config.theme?.accent },
    };
    return page.evaluate<string[]>(`(async () => {
      const surface = document.querySelector('${tag}');
      // Axe measures contrast and targets in the body alone, and passes over what stands before it.
      if (!document.body.contains(surface)) {
        document.body.append(surface);
        const isBack = () => surface.shadowRoot.querySelector(':modal') || surface.matches(':popover-open');
        while (surface.open && !isBack()) await new Promise(requestAnimationFrame);
      }
      // It enters transparent, however little a visitor wants to see move.
      await Promise.allSettled(surface.shadowRoot.getAnimations().map(({ finished }) => finished));
      document.documentElement.dir = surface.dir = '${direction}';
      const { violations } = await axe.run(surface, ${JSON.stringify({ runOnly: TAGS_OF_AXE, rules })});
      return violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join());
    })()`);
  }

  for (const state of STATES) {
    test(`in ${state.id}`, async () => {
      const views = VIEWS.filter((view) => view.state === state);
      assert.ok(views.length >= CONTRASTS.length);
      for (const view of views) {
        const { scheme, direction, contrast, language } = view;
        assert.deepEqual(await violations(view), [], [scheme, direction, contrast, language].join(', '));
      }
    });
  }
});
