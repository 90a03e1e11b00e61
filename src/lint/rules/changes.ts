import { isObject, places, valueAt, type Finding, type Json } from './finding.js';

const revisionOf = (config: unknown): unknown => valueAt(config, ['revision']) ?? 1;

const changesOf = (config: unknown): (readonly [path: string, change: Json])[] => {
  const changes = valueAt(config, ['changes']);
  return (Array.isArray(changes) ? changes : []).flatMap((change: unknown, index) =>
    isObject(change) ? [[`changes.${index}`, change] as const] : [],
  );
};

const isAbove = (value: unknown, revision: unknown): boolean =>
  typeof value === 'number' && typeof revision === 'number' && value > revision;

/** Changes and services of a revision that the config has not reached. */
export function unreachedRevisions(config: unknown): Finding[] {
  const revision = revisionOf(config);
  const changes = changesOf(config)
    .filter(([, change]) => isAbove(change['revision'], revision))
    .map(([path, change]): Finding => ({
      path: `${path}.revision`,
      value: change['revision'],
      severity: 'warning',
      message: `\`revision\` is ${String(revision)}, so nobody is asked or told; count that up, or correct this`,
    }));
  const services = places(config)
    .filter(({ entry }) => isAbove(entry['since'], revision))
    .map(({ path, entry }): Finding => ({
      path: `${path}.since`,
      value: entry['since'],
      severity: 'warning',
      message: `\`revision\` is ${String(revision)}, so this is off for everybody; count that up, or correct this`,
    }));
  return [...changes, ...services];
}

/** When a change holds, in ms; one without a day, or with one that is none, holds at once. */
const dayOf = ({ effective }: Json): number => (typeof effective === 'string' && Date.parse(effective)) || 0;

/** Changes that hold before one of an earlier revision: who answers between the two days has answered for both. */
export const daysInDisorder = (config: unknown): Finding[] => {
  const asking = changesOf(config).filter(([, { effect }]) => effect !== 'tell');
  return asking.flatMap(([path, change]): Finding[] => {
    const earlier = asking.find(
      ([, other]) => isAbove(change['revision'], other['revision']) && dayOf(other) > dayOf(change),
    );
    if (!earlier) return [];
    const [place, { revision, effective }] = earlier;
    return [
      {
        path: `${path}.effective`,
        value: change['effective'],
        severity: 'warning',
        message: `revision ${String(revision)} at ${place} holds only from ${String(effective)}, and who answers before that is not asked for it again; number the changes in the order of their days`,
      },
    ];
  });
};
