import { categoriesOf, kindOf, type Kind } from '../../core/categories.js';
import type { Category, Service } from '../../core/config.js';
import type { Consent } from '../../core/consent.js';
import { needOf } from '../../core/need.js';
import type { Entry } from './words.js';

/**
 * How something is decided where all choices stand. `locked`: it is always on. `barred`: it is not for this visitor. `ask`: its
 * yes arises in a dialog of its own. `by-service`: each of its services is asked for like that. `switch`: by a switch, which
 * takes a separate yes back.
 */
export type Control = 'locked' | 'barred' | 'ask' | 'by-service' | 'switch';

/** A category or service, with how it is decided. */
export interface Item<Of extends Entry = Entry> {
  readonly entry: Of;
  readonly control: Control;
  /** Whether its yes arises in a dialog of its own and nowhere else. */
  readonly isSeparate: boolean;
}

/** A category with its services; what personalises a channel stands beneath that. */
export interface Row extends Item<Category> {
  readonly kind: Kind;
  readonly services: readonly Item<Service>[];
}

/** Everything that a config declares. */
export const rowsOf = ({ barred, choices, config, preset }: Consent): Row[] =>
  categoriesOf(config).map((category) => {
    const kind = kindOf(category, preset);
    const item = <Of extends Entry>(entry: Of, isSeparate: boolean): Item<Of> => ({
      entry,
      isSeparate,
      control:
        kind === 'necessary'
          ? 'locked'
          : [category.id, entry.id, (entry as Service).personalises].some((id) => barred.includes(id!))
            ? 'barred'
            : isSeparate && !choices[entry.id]
              ? 'ask'
              : 'switch',
    });
    const { services: entries = [] } = category;
    /** Beneath its channel, where it has one. */
    const place = ({ personalises }: Service, index: number): number =>
      personalises ? entries.findIndex(({ id }) => id === personalises) + 0.5 : index;
    const services = entries
      .map(
        (service, index) =>
          [
            place(service, index),
            item(service, kind === 'separate' || needOf(service, preset) === 'separate'),
          ] as const,
      )
      .sort(([one], [other]) => one - other)
      .map(([, sorted]) => sorted);
    const whole = item(category, kind === 'separate');
    const isByService = whole.control === 'ask' && services.some(({ control }) => control !== 'barred');
    return { ...whole, ...(isByService && { control: 'by-service' }), kind, services };
  });
