import type { Consent } from './core/consent.js';
import { idOf, termsOf } from './core/condition.js';
import { readConfig } from './core/read-config.js';
import type { loadPart, Part } from './load.js';
import { laterTexts } from './page/later-texts.js';

type Waiting = Parameters<Part<'develop'>['develop']>[1];
type Problem = [path: string, value: unknown];

const inspected = new WeakSet<object>();

/** Ids nobody configured that have been told of, here or by the development mode. */
const toldIds = new Set<string>();

/**
 * Looks for mistakes that change no decision, once a config: values of a wrong type, ids in the page that nobody configured, a
 * stored decision that only a later version can read.
 * What is found is explained in one console message.
 *
 * @param everything Whether to hold the config against its whole schema as well.
 * @param waiting Functions that wait; given, the development mode watches the page from now on.
 */
export function inspect(consent: Consent, load: typeof loadPart, everything?: boolean, waiting?: Waiting): void {
  const { choices, config } = consent;
  if (waiting) {
    load('develop').then(
      ({ develop }) => develop(consent, waiting, toldIds),
      // Nobody but who develops misses it, and the failed request stands in the console.
      () => {},
    );
  }
  if (inspected.has(config)) return;
  inspected.add(config);
  let isSound = !everything;
  readConfig(config, () => (isSound = false));
  const later = laterTexts(config.cookie?.name ?? 'candor').at(-1);
  const problems: Problem[] = later ? [['stored decision', later.text]] : [];
  for (const element of document.querySelectorAll<HTMLElement>('[data-consent],candor-embed')) {
    const path = element.dataset['consent'] === undefined ? element.localName : 'data-consent';
    const condition =
      element.dataset['consent'] ?? ['consent', 'service'].map((name) => element.getAttribute(name)).join(' ');
    for (const id of termsOf(condition).map(idOf)) {
      if (id in choices || toldIds.has(id)) continue;
      toldIds.add(id);
      problems.push([path, id]);
    }
  }
  if (isSound && !problems.length) return;
  load('diagnose').then(
    ({ diagnose }) => diagnose(problems, isSound ? undefined : config),
    () => console.error('Candor: mistakes in the config', problems),
  );
}
