import Cookies from 'js-cookie';
import { answer, sameForAll } from '../core/answer.js';
import type { Method } from '../core/change.js';
import type { Consent } from '../core/consent.js';
import { encode } from '../core/cookie-codec.js';
import { expiryOf, type Choices } from '../core/decide.js';
import type { Decision } from '../core/decision.js';
import type { CategoryModel, Model } from '../core/model.js';
import { attempt } from './stored-text.js';

/** Characters a cookie's text may have; browsers allow 4,096 with name and attributes. */
const COOKIE_ROOM = 3800;

/** The parts of the consent object that say where a decision is kept. */
type Keeper = Pick<Consent, 'config' | 'preset'>;

/**
 * Keeps a decision in the cookie, or in localStorage where the cookie is refused or too small.
 *
 * Every decision passes through localStorage in any case: that tells the site's other tabs (`storage` events carry the text,
 * and need no channel that would keep the page out of the back/forward cache).
 */
export function storeDecision(decision: Decision, { categories }: Model, { config, preset }: Keeper): void {
  const { name = 'candor', domain = 'auto' } = config.cookie ?? {};
  const categoryOf = (id: string): CategoryModel | undefined => categories.find((category) => category.id === id);
  const isService = (id: string): boolean => categories.some(({ services }) => services.includes(id));
  const full = encode(decision);
  const text = full.length > COOKIE_ROOM ? encode(decision, (id) => !isService(id)) : full;
  const expiries = [...decision.answers].map(([id, given]) =>
    expiryOf(given, categoryOf(id)?.lifespan ?? preset.lifespan),
  );
  const shared = domain === 'auto' ? undefined : { domain };
  attempt(() => localStorage.setItem(name, full));
  attempt(() => {
    // A cookie of this host alone would hide the shared one.
    if (shared) Cookies.remove(name);
    Cookies.set(name, text, {
      ...shared,
      expires: new Date(Math.max(...expiries) * 1000),
      sameSite: 'Lax',
      secure: location.protocol === 'https:',
    });
    // Browsers drop a cookie without a word: blocked, too long, of another domain. So it is read back.
    if (Cookies.get(name) === full) localStorage.removeItem(name);
  });
}

/**
 * A decision of the visitor or the host: adds the answers to what stands, and keeps it.
 *
 * @param choices Default: what the method means for all categories.
 * @param keeper Default: it is kept nowhere but in memory.
 * @param inOwnDialog Whether `separate` ids may be granted by it.
 */
export function decideAndStore(
  model: Model,
  current: Decision,
  method: Method,
  choices: Partial<Choices> = sameForAll(model, method === 'accept-all', method === 'withdraw'),
  keeper?: Keeper,
  inOwnDialog?: boolean,
): Decision {
  // Where there is nothing to decide, for want of a config perhaps, what was decided before stays as it is.
  if (!model.categories.length) return current;
  const now = Math.max(Math.floor(Date.now() / 1000), current.at + 1);
  const decision = answer(model, current, choices, now, inOwnDialog);
  if (keeper) storeDecision(decision, model, keeper);
  return decision;
}
