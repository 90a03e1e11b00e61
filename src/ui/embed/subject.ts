import { categoriesOf, kindOf } from '../../core/categories.js';
import type { Category, Service } from '../../core/config.js';
import type { Consent } from '../../core/consent.js';
import { needOf } from '../../core/need.js';

/** What an embed waits for, in the words of the config. */
export interface Subject {
  /** The service that is named, by itself or among the ids. */
  readonly service: Service | undefined;
  /** The categories that are named, or that the named services are in. */
  readonly categories: readonly Category[];
  /** Ids that nobody configured: they will never be a yes. */
  readonly unknown: readonly string[];
  /** Ids that allow it when they are answered with yes, no more than needed. */
  readonly asked: readonly string[];
  /** Those of them that must be asked in a step of their own. */
  readonly separate: readonly string[];
}

/** @param ids Those that must be a yes. */
export function subjectOf({ config, choices, preset, signalled }: Consent, ids: readonly string[]): Subject {
  const all = categoriesOf(config);
  const named = ({ id }: { id: string }): boolean => ids.includes(id);
  const categories = all.filter((category) => named(category) || category.services?.some(named));
  const services = categories.flatMap(({ services = [] }) => services.filter(named));
  const open = ids.filter((id) => choices[id] === false);
  // A service brings its category along; named itself, the category would bring all its services.
  const brings = ({ services }: Category): boolean => !!services?.some(({ id }) => open.includes(id));
  const asked = open.filter((id) => !categories.some((category) => category.id === id && brings(category)));
  const isSeparate = (id: string): boolean =>
    categories.some((category) => {
      const isWhole = kindOf(category, preset) === 'separate';
      return (
        (isWhole && category.id === id) ||
        category.services?.some((service) => service.id === id && (isWhole || needOf(service, preset) === 'separate'))
      );
    });
  return {
    service: services[0],
    categories,
    unknown: ids.filter((id) => !(id in choices)),
    asked,
    separate: asked.filter((id) => isSeparate(id) || signalled.includes(id)),
  };
}
