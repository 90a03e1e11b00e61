import type { Config } from './core/config.js';
import type { Consent } from './core/consent.js';
import { decide, type Choices } from './core/decide.js';
import { UNDECIDED } from './core/decision.js';
import { createModel } from './core/model.js';
import { presetFor } from './core/presets.js';
import { readConfig } from './core/read-config.js';
import type { ConsentOptions } from './start.js';

/**
 * The consent where there is no page: code that is shared with a server may create one. Nobody has decided anything there, so
 * it allows what is necessary, opens nothing, and forgets what it is told.
 */
export function serverConsent(
  raw: Config,
  { region: given, locale = '', gpc }: Pick<ConsentOptions, 'region' | 'locale' | 'gpc'>,
): Consent & EventTarget {
  // What is wrong with it is said in the browser.
  const config = readConfig(raw, () => {});
  const region = (given ?? config.region ?? '').toUpperCase();
  const preset = presetFor(region, config.regions);
  const now = Date.now() / 1000;
  const model = createModel(config, preset, now, gpc);
  const { choices, pending, asked, signalled } = decide(model, UNDECIDED, now);
  const granted = (id: string): boolean => choices[id] === true;
  const forget = (_choices?: Partial<Choices>): void => {};
  const consent: Omit<Consent, 'addEventListener' | 'removeEventListener'> = {
    ready: Promise.resolve(),
    config,
    region,
    isGuess: false,
    gpc,
    preset,
    locale,
    locales: [],
    choices,
    pending,
    asked,
    barred: model.barred,
    signalled,
    decision: UNDECIDED,
    subject: undefined,
    record: undefined,
    granted,
    when: (id: string) => (granted(id) ? Promise.resolve() : new Promise<void>(() => {})),
    gate: () => forget,
    request: (id: string) => Promise.resolve(granted(id)),
    update: forget,
    acceptAll: forget,
    rejectAll: forget,
    withdraw: forget,
    erase: () => Promise.resolve({ erased: [], remaining: [] }),
    exportRecords: () => [],
    show: () => Promise.resolve(),
    hide: forget,
    setLocale: () => Promise.resolve(),
    setSubject: () => {},
    export: () => ({ version: 1, at: 0, revision: 0, answers: {} }),
    import: () => Promise.resolve({ taken: [], kept: [], leftOut: {} }),
    connect: () => forget,
    replaceConfig: () => {},
    destroy: forget,
    messages: () => Promise.resolve({}),
    embed: () => {},
    theme: () => undefined,
  };
  return Object.assign(new EventTarget(), consent) as Consent & EventTarget;
}
