/**
 * What follows a decision: it is told with its record, which is delivered. After a no what was left on the device is erased,
 * now and on the next page, and a page may have to load again.
 */
import { categoriesOf } from './core/categories.js';
import { changeBetween, type Method } from './core/change.js';
import type { Config, Service } from './core/config.js';
import type { Consent, ConsentEvents } from './core/consent.js';
import { decide, expiryOf, type Outcome } from './core/decide.js';
import type { Decision } from './core/decision.js';
import { idsOf, type CategoryModel, type Model } from './core/model.js';
import type { loadPart } from './load.js';
import { recordOf } from './page/decide-and-record.js';
import { lastRecorded } from './page/last-recorded.js';
import { attempt, UNSENT } from './page/stored-text.js';
import { deliverRecords, recordExpired, recordSignalled, recordTold } from './prove.js';

type LoadPart = typeof loadPart;

/** A page that is to load again waits so many ms at most for what is erased before. */
const PATIENCE = 5000;

/** Methods that answer everything, also what was a no before. */
const ANSWERS_ALL: readonly string[] = ['reject-all', 'save', 'withdraw'];

/** Categories and services alike. */
const entriesOf = (config: Config): Service[] =>
  categoriesOf(config).flatMap((category) => [category, ...(category.services ?? [])]);

/** Those of the ids that declare something to erase. */
const declaring = (ids: readonly string[], { config }: Consent): string[] =>
  entriesOf(config)
    .filter(({ id, erase }) => erase && ids.includes(id))
    .map(({ id }) => id);

/** Whether one of the running ids asks for the page to load again; a category does so for its services as well. */
const wantsReload = (running: readonly string[], { config }: Consent): boolean =>
  categoriesOf(config).some(({ id, reload, services = [] }) => {
    const ours = services.filter((service) => running.includes(service.id));
    return reload ? ours.length > 0 || running.includes(id) : ours.some((service) => service.reload);
  });

/** In sessionStorage, under the cookie's name: ids whose traces the next page of this tab looks for once more. */
const nameOf = ({ config }: Consent): string => config.cookie?.name ?? 'candor';

const marked = (consent: Consent): string[] => attempt(() => sessionStorage.getItem(nameOf(consent)))?.split('.') ?? [];

const mark = (consent: Consent, ids: readonly string[]): void =>
  void (
    ids.length &&
    attempt(() => sessionStorage.setItem(nameOf(consent), [...new Set([...marked(consent), ...ids])].join('.')))
  );

/** Services that fitted messages to the person until now: what is known of them for that is to be forgotten. */
const personalising = (ids: readonly string[], { config }: Consent): string[] =>
  entriesOf(config)
    .filter(({ id, personalises }) => personalises && ids.includes(id))
    .map(({ id }) => id);

/**
 * Tells of a decision; then erases what those have left that became a no, and loads the page again where one of them runs on
 * and the config wants that.
 *
 * @param ran See {@link changeBetween}.
 * @param inMemory Whether this page keeps nothing on the device; then the next page is told nothing.
 * @param isOurs Whether it was made in this tab: by an answer, and not by time or by who the visitor is.
 */
export function follow(
  consent: Consent,
  model: Model,
  before: Outcome & Pick<Consent, 'decision'>,
  method: Method | 'told',
  ran: Iterable<string>,
  emit: <Type extends 'change' | 'forget-tags'>(type: Type, detail: ConsentEvents[Type]) => void,
  loadPart: LoadPart,
  inMemory: boolean,
  isOurs: boolean,
): void {
  const { decision } = consent;
  // Nothing was decided.
  if (method === 'told') return recordTold(consent, model, before.decision, loadPart, inMemory);
  // By time and by a signal the decision stays what it was.
  const record = /^(expired|signal)$/.test(method) ? undefined : recordOf.get(decision);
  const detail = changeBetween(model, before, consent, method, ran, record);
  emit('change', detail);
  if (method === 'expired') recordExpired(consent, model, loadPart, inMemory);
  if (method === 'signal') recordSignalled(consent, model, before.choices, loadPart, inMemory);
  if (record?.subject.id) deliverRecords(consent, loadPart);
  const { choices, denied, running } = detail;
  const tagging = personalising(
    denied.filter((id) => before.choices[id]),
    consent,
  );
  if (isOurs && tagging.length) emit('forget-tags', { ids: tagging });
  const refused = ANSWERS_ALL.includes(method) ? Object.keys(choices).filter((id) => !choices[id]) : denied;
  const ids = declaring(refused, consent);
  let done: Promise<unknown> = Promise.resolve();
  if (ids.length) {
    const remember = (found: readonly string[]): void => void (inMemory || mark(consent, found));
    // What was allowed until now may write once more as the page is left.
    remember(ids.filter((id) => before.choices[id]));
    done = loadPart('erase')
      .then(({ eraseRefused }) => eraseRefused(consent, ids))
      .then(({ erased, remaining }) => remember([...erased, ...remaining].map(({ id }) => id)))
      // The next page tries again.
      .catch(() => {});
  }
  // Who the visitor is is said on every page anew, and a page that loads again for that would never end.
  if (method !== 'signal' && wantsReload(running, consent)) {
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    void Promise.race([done, patience]).then(() => location.reload());
  }
}

/**
 * At the start of a page: records what ran out meanwhile and what the browser's opt-out signal turns off, delivers what the page before could not, erases once more what it had
 * to, and what belongs to a yes that ran out.
 */
export function sweep(consent: Consent, model: Model, decision: Decision, loadPart: LoadPart, inMemory: boolean): void {
  const { categories } = model;
  const { answers } = decision;
  const now = Date.now() / 1000;
  const isOver = (id: string, { lifespan }: CategoryModel): boolean => {
    const answer = answers.get(id);
    return !!answer && expiryOf(answer, lifespan) <= now;
  };
  if (categories.some((category) => idsOf(category).some((id) => isOver(id, category)))) {
    recordExpired(consent, model, loadPart);
  }
  if (consent.signalled.length) {
    const was = decide({ ...model, signalled: [] }, decision, now, consent.barred).choices;
    const recorded = { ...was, ...lastRecorded(consent.exportRecords()) };
    // Said on every page anew, it is recorded once.
    if (consent.signalled.some((id) => recorded[id])) recordSignalled(consent, model, was, loadPart, inMemory);
  }
  if (attempt(() => localStorage.getItem(nameOf(consent))) === UNSENT) deliverRecords(consent, loadPart);
  const expired = categories.flatMap((category) => {
    const hasExpired = (id: string): boolean => !!answers.get(id)?.granted && isOver(id, category);
    return idsOf(category).filter((id) => hasExpired(id) || hasExpired(category.id));
  });
  const ids = [...marked(consent), ...expired];
  const due = declaring(
    ids.filter((id) => consent.choices[id] === false),
    consent,
  );
  const forget = (): void => void attempt(() => sessionStorage.removeItem(nameOf(consent)));
  if (!due.length) return forget();
  // A failed download leaves the mark to the next page.
  loadPart('erase').then(
    ({ eraseRefused }) => {
      forget();
      return eraseRefused(consent, due);
    },
    () => {},
  );
}
