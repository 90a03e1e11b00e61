import type { Consent } from './core/consent.js';
import { idOf, termsOf } from './core/condition.js';
import { readConfig } from './core/read-config.js';

type Diagnostics = typeof import('./lint/diagnose.js');
type Problem = [path: string, value: unknown];

const inspected = new WeakSet<object>();

/**
 * Looks for mistakes that change no decision, once a config: values of a wrong type, and ids in the page that nobody configured.
 * What is found is explained in one console message.
 *
 * @param everything Whether to hold the config against its whole schema as well.
 */
export function inspect(consent: Consent, load: () => Promise<Diagnostics>, everything?: boolean): void {
  const { choices, config } = consent;
  if (inspected.has(config)) return;
  inspected.add(config);
  let isSound = !everything;
  readConfig(config, () => (isSound = false));
  const problems: Problem[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('[data-consent],candor-embed')) {
    const path = element.dataset['consent'] === undefined ? element.localName : 'data-consent';
    const condition =
      element.dataset['consent'] ?? ['consent', 'service'].map((name) => element.getAttribute(name)).join(' ');
    for (const id of termsOf(condition).map(idOf)) {
      const isKnown = id in choices || problems.some((problem) => problem[0] === path && problem[1] === id);
      if (!isKnown) problems.push([path, id]);
    }
  }
  if (isSound && !problems.length) return;
  load().then(
    ({ diagnose }) => diagnose(problems, isSound ? undefined : config),
    () => console.error('Candor: mistakes in the config', problems),
  );
}
