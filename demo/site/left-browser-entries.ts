import { answerableIds, categoryOf } from './catalogue.js';
import type { ElsewhereRequest } from './elsewhere.js';
import type { Kept, Place } from './kept.js';
import type { CollectedRequest } from './log.js';
import { UNKNOWN, whoIsAt, whoKeeps } from './traces.js';

/** One thing that left the browser or was left in it. */
export interface Entry {
  readonly kind: 'request' | Place;
  readonly name: string;
  readonly time: Date;
  /** Names of the events in a request. */
  readonly events: readonly string[];
  /** Whether it was there before the page was opened. */
  readonly isOld: boolean;
  readonly removed: Date | undefined;
}

/** What one service did, the newest first. */
export interface Group {
  /** Id of a service or category, `unknown`, or a name that nobody configured. */
  readonly service: string;
  /** Id; nothing where nobody configured the service. */
  readonly category: string | undefined;
  readonly entries: readonly Entry[];
}

export interface Sources {
  readonly collected: readonly CollectedRequest[];
  readonly elsewhere: readonly ElsewhereRequest[];
  readonly kept: readonly Kept[];
}

const latest = ({ time, removed }: Entry): number => (removed ?? time).getTime();

/** What nobody announced comes first, what is always needed last. */
function rank(service: string): number {
  if (service === 'necessary') return answerableIds.length;
  return answerableIds.indexOf(service);
}

/** Everything that was seen, by who did it. */
export function groupsOf({ collected, elsewhere, kept }: Sources): Group[] {
  const request = { kind: 'request', isOld: false, removed: undefined } as const;
  const all: (readonly [service: string, entry: Entry])[] = [
    ...collected.map(
      ({ service, time, path, events }) =>
        [service || UNKNOWN, { ...request, name: path, time: new Date(time), events }] as const,
    ),
    ...elsewhere.map(
      ({ time, host, address }) => [whoIsAt(host), { ...request, name: address, time, events: [] }] as const,
    ),
    ...kept.map(
      ({ place, name, seen, isOld, removed }) =>
        [whoKeeps(name), { kind: place, name, time: seen, events: [], isOld, removed }] as const,
    ),
  ];
  const services = [...new Set(all.map(([service]) => service))].sort((one, other) => rank(one) - rank(other));
  return services.map((service) => ({
    service,
    category: categoryOf(service),
    entries: all
      .filter(([candidate]) => candidate === service)
      .map(([, entry]) => entry)
      // What came last in the list is the newer of two at the same time.
      .reverse()
      .sort((one, other) => latest(other) - latest(one)),
  }));
}
