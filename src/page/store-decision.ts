import Cookies from 'js-cookie';
import { answer, sameForAll } from '../core/answer.js';
import type { Method } from '../core/change.js';
import { encode } from '../core/cookie-codec.js';
import { expiryOf, type Choices } from '../core/decide.js';
import type { Decision } from '../core/decision.js';
import type { CategoryModel, Model } from '../core/model.js';
import { attempt } from './stored-text.js';

/** Characters a cookie's text may have; browsers allow 4,096 with name and attributes. */
const COOKIE_ROOM = 3800;

/** Where a decision is kept on the device. */
export interface Place {
  /** Of the cookie and of the key in localStorage. */
  readonly name: string;
  /** A parent domain to share the cookie with; `auto`: this host only. */
  readonly domain?: string | undefined;
  /** Holds for ids of another site on the same cookie. */
  readonly lifespan: CategoryModel['lifespan'];
}

/**
 * Keeps a decision in the cookie, or in localStorage where the cookie is refused or too small.
 *
 * Every decision passes through localStorage in any case: that tells the site's other tabs (`storage` events carry the text,
 * and need no channel that would keep the page out of the back/forward cache).
 */
export function storeDecision(decision: Decision, { categories }: Model, { name, domain, lifespan }: Place): void {
  const categoryOf = (id: string): CategoryModel | undefined => categories.find((category) => category.id === id);
  const isService = (id: string): boolean => categories.some(({ services }) => services.includes(id));
  const full = encode(decision);
  const text = full.length > COOKIE_ROOM ? encode(decision, (id) => !isService(id)) : full;
  const expiries = [...decision.answers].map(([id, given]) => expiryOf(given, categoryOf(id)?.lifespan ?? lifespan));
  const shared = domain && domain !== 'auto' ? { domain } : undefined;
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
 * @param place Default: nowhere but in memory.
 */
export function decideAndStore(
  model: Model,
  current: Decision,
  method: Method,
  choices: Partial<Choices> = sameForAll(model, method === 'accept-all', method === 'withdraw'),
  place?: Place,
): Decision {
  const now = Math.max(Math.floor(Date.now() / 1000), current.at + 1);
  const decision = answer(model, current, choices, now);
  if (place) storeDecision(decision, model, place);
  return decision;
}
