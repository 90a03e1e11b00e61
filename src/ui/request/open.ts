import type { Consent, RequestOptions } from '../../core/consent.js';
import type { Choices } from '../../core/decide.js';
import type { Decision } from '../../core/decision.js';
import { isAnswered } from '../../core/is-answered.js';
import type { Model } from '../../core/model.js';
import { openSurface } from '../open-surface.js';
import type { CandorRequest } from './candor-request.js';
import './define.js';

/** What the dialog needs of whoever opens it. */
export interface Request {
  /** A category or service. */
  readonly id: string;
  readonly trigger: RequestOptions['trigger'];
  /** The rules and the decision as they are now. */
  readonly decided: () => [model: Model, decision: Decision];
  /** Takes the answer, and stores it. */
  readonly commit: (method: 'request', choices: Choices, inOwnDialog: true) => void;
}

/** Requests that wait for an answer, by id: who asks twice gets one dialog. */
const waiting = new Map<string, Promise<boolean>>();

/** One dialog after the other. */
let last: Promise<unknown> = Promise.resolve();

/** Asks for one id, after those that were asked for before. */
export function open(consent: Consent, request: Request): Promise<boolean> {
  const { id } = request;
  const known = waiting.get(id);
  if (known) return known;
  const answer = last.then(() => ask(consent, request)).finally(() => waiting.delete(id));
  waiting.set(id, answer);
  last = answer.catch(() => {});
  return answer;
}

async function ask(consent: Consent, { id, trigger, decided, commit }: Request): Promise<boolean> {
  // What nobody configured, or is off for this visitor, cannot be allowed; a refusal is not asked again because a page would like to.
  const isDue = (): boolean =>
    id in consent.choices &&
    !consent.granted(id) &&
    !consent.barred.includes(id) &&
    (trigger === 'visitor' || !isAnswered(...decided(), id, Date.now() / 1000));
  if (!isDue()) return consent.granted(id);

  let element: CandorRequest | undefined;
  const follow = (): void => {
    if (consent.granted(id)) element?.hide();
  };
  consent.addEventListener('change', follow);
  const shown = await openSurface(consent, { surface: 'request', id }, isDue, (placed) => {
    element = placed;
    placed.asked = id;
    placed.answer = (granted) => commit('request', { [id]: granted }, true);
  });
  if (shown) await new Promise((resolve) => shown.addEventListener('close', resolve, { once: true }));
  // A page that draws its own dialog answers by a decision.
  else if (isDue())
    await new Promise<unknown>((resolve) => consent.addEventListener('change', resolve, { once: true }));
  consent.removeEventListener('change', follow);
  return consent.granted(id);
}
