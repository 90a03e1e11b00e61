import presets from '../pages/behaviours/regions/presets.json' with { type: 'json' };
import { STATES, statesOf } from '../pages/gallery/states.js';
import { GROUPS } from '../pages/gallery/groups.js';
import type { Language } from './find-pages.js';
import { changesOf } from './changes-of-policy.js';
import { measureDownloads } from './measure-downloads.js';

/** What a page's template is told beside its texts, as `data`: facts that are worked out when the site is built. */
const DATA: Readonly<Record<string, (language: Language) => unknown>> = {
  '/gallery/': () => ({
    count: STATES.length,
    groups: GROUPS.map((id) => ({ id, states: statesOf(id).map((state) => state.id) })),
  }),
  '/compare/': (language) => measureDownloads(language),
  '/behaviours/regions/': () => ({ presets }),
  '/model/': (language) => ({ changes: changesOf(language) }),
};

export const dataOf = (path: string, language: Language): unknown => DATA[path]?.(language) ?? {};
