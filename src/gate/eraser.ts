/** Removes what trackers have left on the device: what the config declares in `erase`, and nothing else. */
import type { Config } from '../core/config.js';
import type { Consent } from '../core/consent.js';
import {
  declarationsOf,
  refusalOf,
  refusalText,
  type Declaration,
  type ErasedItem,
  type ErasureReport,
} from '../core/erasure.js';
import { matches } from '../core/pattern.js';
import { cacheStorage } from './kept/caches.js';
import { cookies } from './kept/cookies.js';
import { databases } from './kept/databases.js';
import type { Place } from './kept/place.js';
import { webStorage } from './kept/web-storage.js';

/** These answer at once, also while the page is being left. */
const PROMPT_PLACES = [cookies, ...webStorage];

/** What a browser has not removed in so many ms counts as remaining, so that nobody waits for ever. */
const PATIENCE = 2000;

/** Rejects where the browser does not answer in time. */
const inTime = <Result>(answer: Result | Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('Candor: the browser does not answer')), PATIENCE);
    void Promise.resolve(answer).then(resolve, reject);
  });

const told = new WeakSet<Config>();

/** The declared names that may be removed. The others are named in the console, once a config. */
function removable(config: Config, all: readonly Declaration[]): Declaration[] {
  const faults: string[] = [];
  const usable = all.filter((declaration) => {
    const { path, pattern, isNecessary } = declaration;
    const also = refusalOf(declaration, all);
    if (also) faults.push(`- ${path} = ${JSON.stringify(pattern)}: ${refusalText(also)}.`);
    return !also && !isNecessary;
  });
  if (faults.length && !told.has(config)) {
    told.add(config);
    console.error(['Candor: not everything that the config wants erased can be.', ...faults].join('\n'));
  }
  return usable;
}

/** The ids with the services of the categories among them; without ids, all that are not a yes. */
function idsToErase({ config, choices }: Consent, ids: readonly string[] | undefined): Set<string> {
  if (!ids) return new Set(Object.keys(choices).filter((id) => !choices[id]));
  const services = (config.categories ?? [])
    .filter(({ id }) => ids.includes(id))
    .flatMap((each) => each.services ?? []);
  return new Set([...ids, ...services.map(({ id }) => id)]);
}

/** Which declaration makes a name in a place one to remove, if any does. */
type Find = (place: Pick<Place, 'kind'>, name: string) => Declaration | undefined;

/** @returns The declarations of the ids, and which of them is about a name. */
function look(consent: Consent, ids: readonly string[] | undefined): readonly [Declaration[], Find] {
  const { config } = consent;
  const due = idsToErase(consent, ids);
  const all = declarationsOf(config);
  const declared = removable(config, all).filter(({ id }) => due.has(id));
  // What a granted id, or something necessary, declares as well is theirs.
  const claims = all.filter(({ id, isNecessary }) => isNecessary || (!due.has(id) && consent.granted(id)));
  const own = config.cookie?.name ?? 'candor';
  return [
    declared,
    ({ kind }, name) => {
      const means = (each: Declaration): boolean => each.kind === kind && matches(each.pattern, name);
      return name === own || name.startsWith(`${own}-records`) || claims.some(means) ? undefined : declared.find(means);
    },
  ];
}

async function clear(place: Place, declared: readonly Declaration[], find: Find): Promise<ErasureReport> {
  const { kind } = place;
  const erased: ErasedItem[] = [];
  const remaining: ErasedItem[] = [];
  if (!declared.length) return { erased, remaining };
  try {
    const exact = declared.map(({ pattern }) => pattern).filter((pattern) => !pattern.includes('*'));
    const removals = (await inTime(place.names(exact))).map(async (name) => {
      const id = find(place, name)?.id;
      const isGone = id && (await inTime(place.remove(name)).catch(() => false));
      if (id && isGone !== undefined) (isGone ? erased : remaining).push({ id, kind, name });
    });
    await Promise.all(removals);
  } catch {
    // A sandboxed frame or a setting forbids to look: nobody can say that nothing is left.
    remaining.push(...declared.map(({ id, pattern }) => ({ id, kind, name: pattern })));
  }
  return { erased, remaining };
}

/**
 * Erases what the config declares for these ids, and tells consent and document of it (`candor-erase`). What a browser forbids
 * is reported and no error.
 *
 * @param ids See `Consent.erase`.
 */
export async function erase(consent: Consent, ids?: readonly string[]): Promise<ErasureReport> {
  await consent.ready;
  const [declared, find] = look(consent, ids);
  const reports = await Promise.all(
    [...PROMPT_PLACES, databases, cacheStorage].map((place: Place) =>
      clear(
        place,
        declared.filter(({ kind }) => kind === place.kind),
        find,
      ),
    ),
  );
  const detail: ErasureReport = {
    erased: reports.flatMap(({ erased }) => erased),
    remaining: reports.flatMap(({ remaining }) => remaining),
  };
  (consent as Consent & EventTarget).dispatchEvent(new CustomEvent('erase', { detail }));
  document.dispatchEvent(new CustomEvent('candor-erase', { detail }));
  return detail;
}

/** Ids that became a no on this page, for each consent. */
const refused = new WeakMap<Consent, Set<string>>();

/**
 * Trackers also write as the page is left, or goes out of sight: some of the browser's last events come to whoever listened
 * last, so this takes away what those before it have written. The next page of the tab looks again.
 */
function eraseOnLeaving(consent: Consent, ids: readonly string[]): void {
  const known = refused.get(consent);
  if (known) return ids.forEach((id) => known.add(id));
  const all = new Set(ids);
  refused.set(consent, all);
  const stop = new AbortController();
  consent.addEventListener('destroy', () => stop.abort(), { once: true });
  for (const type of ['pagehide', 'visibilitychange']) {
    addEventListener(
      type,
      () => {
        const [, find] = look(
          consent,
          [...all].filter((id) => !consent.granted(id)),
        );
        for (const place of PROMPT_PLACES) {
          try {
            for (const name of place.names()) if (find(place, name)) place.remove(name);
          } catch {
            // Forbidden here; the report has said so.
          }
        }
      },
      { signal: stop.signal },
    );
  }
}

/** Erases what the ids have left that are a no now, and once more whenever the page is being left. */
export function eraseRefused(consent: Consent, ids: readonly string[]): Promise<ErasureReport> {
  const still = ids.filter((id) => !consent.granted(id));
  eraseOnLeaving(consent, still);
  return erase(consent, still);
}
