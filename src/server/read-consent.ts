import { decode } from '../core/cookie-codec.js';
import type { Config } from '../core/config.js';
import { decide, type Choices } from '../core/decide.js';
import { UNDECIDED, UNREADABLE, type Decision } from '../core/decision.js';
import { createModel } from '../core/model.js';
import { presetFor } from '../core/presets.js';
import { readConfig } from '../core/read-config.js';

export interface ReadOptions {
  /** Region code of the visitor, as your CDN or server knows it: `DE`, `US-CA`. Default: the config's `region`, else unknown. */
  readonly region?: string | undefined;
  /** Whether the request carries the browser's opt-out signal: the header `Sec-GPC` is `1`. */
  readonly gpc?: boolean | undefined;
}

/** What a request says of the visitor's choices. */
export interface ServerConsent {
  readonly choices: Choices;
  readonly granted: (id: string) => boolean;
  /** Ids of the categories that still need an answer. */
  readonly pending: readonly string[];
  readonly region: string;
}

/** Texts of the cookies of that name: there may be one of this host and one of a parent domain. */
const textsOf = (header: string, name: string): string[] =>
  `; ${header}`
    .split(`; ${name}=`)
    .slice(1)
    .map((rest) => rest.split(';')[0]!);

/**
 * Reads the visitor's choices on a server, from the header `Cookie`: the same as the browser says for that region, so that a
 * page can be rendered with them. A server does not guess a region; where none is given, everything is asked before.
 *
 * It knows nothing of who the visitor is (`setSubject()`), and of choices that only the device keeps. What cannot be read is a no.
 *
 * @param cookieHeader The header as it came. None: nobody has answered.
 * @param config The same as the page's. What cannot be used of it is left out.
 */
export function readConsent(
  cookieHeader: string | null | undefined,
  config: Config = {},
  { region: given, gpc }: ReadOptions = {},
): ServerConsent {
  const sound = readConfig(config, () => {});
  const region = (given ?? sound.region ?? '').toUpperCase();
  const now = Date.now() / 1000;
  const model = createModel(sound, presetFor(region, sound.regions), now, gpc === true);
  let decision: Decision = UNDECIDED;
  for (const text of textsOf(cookieHeader ?? '', sound.cookie?.name ?? 'candor')) {
    const found = decode(text, now);
    if (found ? found.at > decision.at : text && !decision.at) decision = found ?? UNREADABLE;
  }
  const { choices, pending } = decide(model, decision, now);
  return { choices, granted: (id) => choices[id] === true, pending, region };
}
