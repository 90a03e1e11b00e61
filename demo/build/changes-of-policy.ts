import type { Config, Text } from 'candor-consent';
import policy from '../pages/model/policy-2.1.json' with { type: 'json' };
import type { Language } from './find-pages.js';

export interface PolicyChange {
  /** What the service that it touches is called. */
  readonly name: string;
  readonly text: string;
  /** `separate`: told, and asked in a step of its own, as China demands of a recipient with purposes of its own. */
  readonly effect: 'ask' | 'tell' | 'separate';
}

// TypeScript reads words of a JSON file as any string; the page's test has the linter check this one.
const { changes = [], categories = [] } = policy as Config;

/** What policy 2.1 says that it changes, for the page that shows it: the very texts that Candor shows. */
export function changesOf(language: Language): PolicyChange[] {
  const say = (text: Text | undefined): string =>
    (typeof text === 'object' ? text[language === 'zh' ? 'zh-Hans' : 'en'] : text) ?? '';
  const services = categories.flatMap((category) => category.services ?? []);
  return changes.map(({ ids = [], text, effect = 'ask' }) => {
    const service = services.find(({ id }) => ids.includes(id));
    const isSeparate = effect === 'tell' && service?.role === 'independent';
    return { name: say(service?.name), text: say(text), effect: isSeparate ? 'separate' : effect };
  });
}
