import { idOf, termsOf } from '../core/condition.js';
import type { Consent } from '../core/consent.js';
import type { Finding } from './finding.js';

/** Methods that are given ids. */
const METHODS = ['granted', 'when', 'gate', 'request'] as const;

type Call = (condition: string, ...rest: unknown[]) => unknown;

/**
 * Hears from now on with which ids the consent object is called.
 *
 * @param heard Given the condition and how it was asked for: `granted('analytics')`.
 * @returns Puts the methods back.
 */
export function listenToCalls(consent: Consent, heard: (condition: string, call: string) => void): () => void {
  const methods = consent as unknown as Record<string, Call | undefined>;
  const undo = METHODS.map((name) => {
    const call = methods[name];
    if (!call) return () => {};
    methods[name] = (condition, ...rest) => {
      heard(String(condition), `${name}()`);
      return call.call(consent, condition, ...rest);
    };
    return () => (methods[name] = call);
  });
  return () => undo.forEach((putBack) => putBack());
}

/**
 * Ids that nobody configured, in the page's markup and in the calls that were heard.
 *
 * @param calls By condition, how it was asked for.
 * @param told Ids that have been told of; what is found is added.
 */
export function unknownIds({ choices }: Consent, calls: ReadonlyMap<string, string>, told: Set<string>): Finding[] {
  // Without a config there are no ids to compare with, and that has been told.
  if (!Object.keys(choices).length) return [];
  const conditions = [
    ...[...document.querySelectorAll<HTMLElement>('[data-consent]')].map(
      ({ dataset }) => [dataset['consent'] ?? '', 'data-consent'] as const,
    ),
    ...['consent', 'service'].flatMap((name) =>
      [...document.querySelectorAll(`candor-embed[${name}]`)].map(
        (embed) => [embed.getAttribute(name)!, `candor-embed ${name}`] as const,
      ),
    ),
    ...calls,
  ];
  return conditions.flatMap(([condition, path]) =>
    termsOf(condition)
      .map(idOf)
      .filter((id) => !(id in choices) && !told.has(id) && told.add(id))
      .map((id) => ({
        path,
        value: id,
        message:
          'no category or service has this id, so the answer is no for ever; correct it or add the id to `categories` ' +
          `(known: ${Object.keys(choices).join(', ')})`,
      })),
  );
}
