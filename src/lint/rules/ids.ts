import { isObject, valueAt, type Finding } from './finding.js';

/** Ids that stand there twice. */
export function duplicateIds(config: unknown): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<unknown, string>();
  const visit = (list: unknown, path: string): void => {
    if (!Array.isArray(list)) return;
    for (const [index, entry] of list.entries()) {
      if (!isObject(entry)) continue;
      const here = `${path}.${index}`;
      const { id } = entry;
      const first = seen.get(id);
      if (first) {
        findings.push({
          path: `${here}.id`,
          value: id,
          severity: 'error',
          message: `the id stands at ${first} already; ids of categories and services share one namespace, give this one another`,
        });
      } else if (typeof id === 'string') seen.set(id, `${here}.id`);
      visit(entry['services'], `${here}.services`);
    }
  };
  visit(valueAt(config, ['categories']), 'categories');
  return findings;
}

/** Ids in `changes` that nobody has. */
export function unknownIds(config: unknown): Finding[] {
  const categories = valueAt(config, ['categories']);
  const changes = valueAt(config, ['changes']);
  if (!Array.isArray(categories) || !Array.isArray(changes)) return [];
  const entries = categories
    .filter(isObject)
    .flatMap((category) => [
      category,
      ...(Array.isArray(category['services']) ? category['services'].filter(isObject) : []),
    ]);
  const known = entries.map(({ id }) => id);
  return changes.flatMap((change: unknown, index) => {
    const ids: unknown = isObject(change) ? change['ids'] : [];
    return (Array.isArray(ids) ? ids : []).flatMap((id: unknown, position): Finding[] =>
      known.includes(id)
        ? []
        : [
            {
              path: `changes.${index}.ids.${position}`,
              value: id,
              severity: 'warning',
              message: 'no category or service has this id; correct it or take it out',
            },
          ],
    );
  });
}
