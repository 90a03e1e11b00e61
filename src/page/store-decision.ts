import Cookies from 'js-cookie';
import { answer, sameForAll } from '../core/answer.js';
import { isOnByDefault } from '../core/categories.js';
import type { Method } from '../core/change.js';
import type { Consent } from '../core/consent.js';
import { CLOCK_TOLERANCE, encode } from '../core/cookie-codec.js';
import { DAY, expiryOf, type Choices } from '../core/decide.js';
import { UNDECIDED, type Decision } from '../core/decision.js';
import type { CategoryModel, Model } from '../core/model.js';
import { asideName, laterTexts } from './later-texts.js';
import { attempt } from './stored-text.js';

/** Characters a cookie's text may have; browsers allow 4,096 with name and attributes. */
const COOKIE_ROOM = 3800;

/** For so many seconds browsers keep a cookie at most: RFC 6265bis §5.5, 400 days. */
const LONGEST = 400 * DAY;

/** Steps that show what the browser's opt-out signal turns off, each by itself: a yes in them counts in spite of it. */
const NAMES_SIGNAL: readonly string[] = ['save', 'request'];

/** Decisions that name some ids, and are made where nobody was told of anything else. */
const PARTIAL: readonly string[] = ['update', 'request'];

/** Decisions at most this many seconds apart are of one sitting. */
const SITTING = 3600;

/**
 * Lets no grant age within a sitting: the cookie counts in whole days, and every switch would take a day off all other grants.
 * Between sittings they lose up to a day, and never gain one.
 */
function inSitting(decision: Decision, now: number): Decision {
  const gap = now - decision.at;
  if (gap > SITTING) return decision;
  const answers = [...decision.answers].map(
    ([id, given]) => [id, given.granted ? { ...given, at: given.at + gap } : given] as const,
  );
  return { ...decision, answers: new Map(answers) };
}

/** The parts of the consent object that say where a decision is kept. */
type Keeper = Pick<Consent, 'config' | 'preset'>;

/**
 * Keeps a decision in the cookie, or in localStorage where the cookie is refused or too small.
 *
 * Every decision passes through localStorage in any case: that tells the site's other tabs (`storage` events carry the text,
 * and need no channel that would keep the page out of the back/forward cache).
 *
 * What a later version of Candor has kept there is put aside first.
 */
export function storeDecision(decision: Decision, { categories }: Model, { config, preset }: Keeper): void {
  const { name = 'candor', domain = 'auto' } = config.cookie ?? {};
  const categoryOf = (id: string): CategoryModel | undefined => categories.find((category) => category.id === id);
  const isService = (id: string): boolean => categories.some(({ services }) => services.some((each) => each.id === id));
  const full = encode(decision);
  const text = full.length > COOKIE_ROOM ? encode(decision, (id) => !isService(id)) : full;
  const expiries = [...decision.answers].map(([id, given]) => {
    const category = categoryOf(id);
    // An objection never lapses into a yes, so it is kept as long as browsers keep cookies.
    return category && isOnByDefault(category.kind) && !given.granted
      ? decision.at + LONGEST
      : expiryOf(given, category?.lifespan ?? preset.lifespan);
  });
  const shared = domain === 'auto' ? undefined : { domain };
  for (const later of laterTexts(name)) attempt(() => localStorage.setItem(asideName(name, later), later.text));
  attempt(() => localStorage.setItem(name, full));
  attempt(() => {
    // A cookie of this host alone would hide the shared one.
    if (shared) Cookies.remove(name);
    Cookies.set(name, text, {
      ...shared,
      // Where nothing is decided any more, other pages of this visit are to hear of that.
      expires: new Date(Math.max(decision.at + DAY, ...expiries) * 1000),
      sameSite: 'Lax',
      secure: location.protocol === 'https:',
    });
    // Browsers drop a cookie without a word: blocked, too long, of another domain. So it is read back.
    if (Cookies.get(name) === full) localStorage.removeItem(name);
  });
}

/**
 * A decision of the visitor or the host: adds the answers to what stands, and keeps it. `told` answers nothing, and leaves the
 * times as they are: it keeps the revision that the visitor was told of.
 *
 * @param given What stands. Made by a clock that was ahead, it stands no more, as on any page that reads it.
 * @param choices Default: what the method means for all categories. For `import` the whole decision that takes its place.
 * @param keeper Default: it is kept nowhere but in memory.
 * @param inOwnDialog Whether `separate` ids may be granted by it.
 * @param barred Ids that are not granted by it.
 * @param note Hears what it was made from, once it is kept.
 */
export function decideAndStore(
  model: Model,
  given: Decision,
  method: Method | 'told',
  choices: Partial<Choices> | Decision = sameForAll(model, method === 'accept-all', method === 'withdraw'),
  keeper?: Keeper,
  inOwnDialog?: boolean,
  barred: readonly string[] = model.barred,
  note?: (before: Decision, after: Decision) => void,
): Decision {
  const clock = Math.floor(Date.now() / 1000);
  const current = given.at > clock + CLOCK_TOLERANCE ? UNDECIDED : given;
  const isTold = method === 'told';
  // Where there is nothing to decide, for want of a config perhaps, what was decided before stays as it is.
  if (!model.categories.length || (isTold && !current.at)) return given;
  const now = isTold ? current.at : Math.max(clock, current.at + 1);
  const standing = inSitting(current, now);
  const decide = (): Decision => {
    const answers = isTold ? {} : (choices as Partial<Choices>);
    const denied = NAMES_SIGNAL.includes(method) ? [] : model.signalled;
    const answered = answer(model, standing, answers, now, inOwnDialog, [...barred, ...denied]);
    return current.at && PARTIAL.includes(method) ? { ...answered, revision: current.revision } : answered;
  };
  const decision =
    method === 'import'
      ? // Later than what it replaces, so that other tabs take it, too.
        { ...(choices as Decision), at: Math.max((choices as Decision).at, current.at + 1) }
      : decide();
  if (keeper) storeDecision(decision, model, keeper);
  note?.(method === 'import' ? current : standing, decision);
  return decision;
}
