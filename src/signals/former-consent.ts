import { categoriesOf } from '../core/categories.js';
import { CLOCK_TOLERANCE } from '../core/cookie-codec.js';
import { cookiebot } from './former/cookiebot.js';
import { findAnswers } from './former/find-answers.js';
import type { FormerAnswers, FormerTool } from './former/former-tool.js';
import { klaro } from './former/klaro.js';
import { onetrust } from './former/onetrust.js';
import { orejime } from './former/orejime.js';
import { readTime } from './former/parse.js';
import { tarteaucitron } from './former/tarteaucitron.js';
import { translate, type FormerIds } from './former/translate.js';
import { vanillaCookieconsent } from './former/vanilla-cookieconsent.js';
import type { Signal } from '../core/signal.js';

/** A consent tool whose answers can be taken over. */
export type FormerToolName = 'vanilla-cookieconsent' | 'klaro' | 'orejime' | 'tarteaucitron' | 'cookiebot' | 'onetrust';

const TOOLS: Readonly<Record<FormerToolName, FormerTool>> = {
  'vanilla-cookieconsent': vanillaCookieconsent,
  klaro,
  orejime,
  tarteaucitron,
  cookiebot,
  onetrust,
};

export interface FormerConsentOptions {
  /** The tools that may have stood on this site; the first one with a readable answer counts. Default: all. */
  readonly from?: readonly FormerToolName[];
  /** The name of its cookie, or of its key in localStorage, where the site had given it another than the usual one. */
  readonly cookie?: string;
  /**
   * What their categories and services are called here, where that is neither the same name nor a usual one. An empty list
   * leaves one out: services that the former tool had turned on by itself.
   */
  readonly ids?: FormerIds;
  /**
   * The day before which no answer can have been given, for tools that keep no time: when the former tool last asked everybody.
   * ISO 8601 date. Without it only a no is taken over from them.
   */
  readonly since?: string;
}

/**
 * When their answers count from: undefined is now.
 *
 * Nobody can prove a yes without its time, and one must not live longer because the site changes tools. So where the tool keeps
 * no time, a yes counts from the earliest moment at which it can have been given, if the site knows one, and else not at all. A
 * no needs no proof and allows nothing: it counts from now, so that nobody who refused is asked again soon.
 */
function datedAnswers(
  choices: Readonly<Record<string, boolean>>,
  { at, until = Infinity }: FormerAnswers,
  since: number | undefined,
  now: number,
): [choices: Readonly<Record<string, boolean>>, at?: number] {
  if (at !== undefined) return at <= now + CLOCK_TOLERANCE && now < until ? [choices, at] : [{}];
  if (!Object.values(choices).includes(true)) return [choices];
  if (since !== undefined && since <= now) return [choices, since];
  return [Object.fromEntries(Object.entries(choices).filter(([, granted]) => !granted))];
}

/**
 * Takes over what a visitor has answered to the consent tool that stood on this site before, so that a site that switches asks
 * nobody again whose answer still counts. Works while nobody has answered Candor on this device.
 *
 * An answer keeps its time, and its own tool's end. Nothing is taken over that the visitor did not say: implied consents,
 * answers that were still open, texts that cannot be read, and what is not asked here. What asks for a step of its own here
 * (`separate`) is asked again.
 *
 * Category by category it is the site that says that both mean the same. A service that the former tool did not ask for must
 * not come in the same step: it would be covered by the category's answer. Add it later, with a revision that explains it.
 *
 * The former cookie stays where it is; the site removes it (`erase` of a service can name it), and this entry of the config, once
 * the longest lifespan of its answers is over.
 */
export const formerConsent = ({ from, cookie, ids, since }: FormerConsentOptions = {}): Signal => ({
  id: 'formerConsent',
  start(consent, report) {
    if (consent.decision.at) return;
    for (const name of from ?? (Object.keys(TOOLS) as FormerToolName[])) {
      const tool = Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
      const found = tool && findAnswers(tool, cookie === undefined ? undefined : [cookie]);
      if (!found) continue;
      const choices = translate(found, tool, categoriesOf(consent.config), ids);
      const [answers, at] = datedAnswers(choices, found, readTime(since), Date.now() / 1000);
      if (Object.keys(answers).length) report(answers, at);
      return;
    }
  },
});
