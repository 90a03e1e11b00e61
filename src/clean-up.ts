/** What follows a no: what was left on the device is erased, now and on the next page, and a page may have to load again. */
import { categoriesOf } from './core/categories.js';
import { changeBetween, type ChangeDetail, type Method } from './core/change.js';
import type { Config, Service } from './core/config.js';
import type { Consent } from './core/consent.js';
import { expiryOf, type Outcome } from './core/decide.js';
import type { Decision } from './core/decision.js';
import type { Model } from './core/model.js';
import { attempt } from './page/stored-text.js';

type LoadPart = (name: 'erase') => Promise<typeof import('./gate/eraser.js')>;

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

/**
 * Tells of a decision; then erases what those have left that became a no, and loads the page again where one of them runs on
 * and the config wants that.
 *
 * @param ran See {@link changeBetween}.
 * @param inMemory Whether this page keeps nothing on the device; then the next page is told nothing.
 */
export function follow(
  consent: Consent,
  model: Model,
  before: Outcome,
  method: Method,
  ran: Iterable<string>,
  emit: (type: 'change', detail: ChangeDetail) => void,
  loadPart: LoadPart,
  inMemory: boolean,
): void {
  const detail = changeBetween(model, before, consent, method, ran);
  emit('change', detail);
  const { choices, denied, running } = detail;
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
  if (wantsReload(running, consent)) {
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    void Promise.race([done, patience]).then(() => location.reload());
  }
}

/**
 * At the start of a page: erases once more what the page before had to, and what belongs to a yes that ran out meanwhile.
 */
export function sweep(consent: Consent, { categories }: Model, { answers }: Decision, loadPart: LoadPart): void {
  const now = Date.now() / 1000;
  const expired = categories.filter(({ id, lifespan }) => {
    const answer = answers.get(id);
    return answer?.granted && expiryOf(answer, lifespan) <= now;
  });
  const ids = [...marked(consent), ...expired.flatMap(({ id, services }) => [id, ...services])];
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
