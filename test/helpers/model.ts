import fc from 'fast-check';
import type { Category, Config, Service } from '../../src/core/config.js';
import { DAY } from '../../src/core/decide.js';
import type { Answer, Decision } from '../../src/core/decision.js';
import { createModel, idsOf as idsOfCategory, type Model } from '../../src/core/model.js';
import { presetFor, type Preset } from '../../src/core/presets.js';

/** The moment at which tests take place, in Unix seconds. */
export const NOW = 1_800_000_000;

export const daysAgo = (days: number): number => NOW - days * DAY;

/** A model of categories, each given by its id or in full. */
export const modelOf = (
  categories: readonly (string | Category)[],
  config: Config = {},
  preset: Preset = presetFor(''),
): Model =>
  createModel(
    {
      ...config,
      categories: categories.map((category) => (typeof category === 'string' ? { id: category } : category)),
    },
    preset,
    NOW,
  );

/** A category with services, each given by its id or in full. */
export const category = (
  id: string,
  services: readonly (string | Service)[] = [],
  more: Partial<Category> = {},
): Category => ({
  id,
  services: services.map((service) => (typeof service === 'string' ? { id: service } : service)),
  ...more,
});

/** A decision of answers, each given as yes or no, at {@link NOW} and revision 1 where nothing else is said. */
export function decisionOf(
  answers: Readonly<Record<string, boolean | Partial<Answer>>>,
  more: Partial<Omit<Decision, 'answers'>> = {},
): Decision {
  const { at = NOW, revision = 1 } = more;
  return {
    at,
    revision,
    ...more,
    answers: new Map(
      Object.entries(answers).map(([id, given]) => [
        id,
        { granted: true, at, revision, ...(typeof given === 'boolean' ? { granted: given } : given) },
      ]),
    ),
  };
}

/** A preset that allows ids of the kind `exempt`. */
export const exempting = (...exempt: string[]): Preset => ({ ...presetFor(''), exempt });

const CATEGORY_IDS = ['necessary', 'analytics', 'location', 'push', 'sharing', 'research', 'measuring'] as const;
const KINDS = ['necessary', 'consent', 'exempt', 'separate'] as const;

/** What a service may have that the rules look at. */
const SERVICES: readonly Omit<Service, 'id'>[] = [
  {},
  {},
  { since: 2 },
  { scope: 'account' },
  { personalises: 'analytics' },
  { role: 'independent' },
  { country: 'US', since: 3 },
];

/**
 * Any site: some categories of any kind with up to three services of any sort each (`analytics-0`), at any revision, in China
 * and elsewhere, where it is asked before and where one opts out, with and without the browser's opt-out signal.
 */
const anySite: fc.Arbitrary<{ config: Config; model: Model }> = fc
  .record({
    ids: fc.uniqueArray(fc.constantFrom(...CATEGORY_IDS), { minLength: 1 }),
    kinds: fc.array(fc.constantFrom(undefined, ...KINDS), {
      minLength: CATEGORY_IDS.length,
      maxLength: CATEGORY_IDS.length,
    }),
    sorts: fc.array(fc.array(fc.constantFrom(...SERVICES), { maxLength: 3 }), {
      minLength: CATEGORY_IDS.length,
      maxLength: CATEGORY_IDS.length,
    }),
    home: fc.constantFrom(undefined, 'CN'),
    isOptOut: fc.boolean(),
    sale: fc.subarray(['analytics', 'push', 'sharing', 'research', 'research-0']),
    gpc: fc.boolean(),
    revision: fc.integer({ min: 1, max: 3 }),
    touched: fc.subarray([...CATEGORY_IDS]),
  })
  .map(({ ids, kinds, sorts, home, isOptOut, sale, gpc, revision, touched }) => {
    const config: Config = {
      revision,
      changes: [{ revision, ids: touched }],
      categories: ids.map((id, index) => {
        const kind = kinds[index];
        const services = (sorts[index] ?? []).map((sort, number) => ({
          id: `${id}-${number}`,
          sale: sale.includes(`${id}-${number}`),
          ...sort,
        }));
        return category(id, services, { sale: sale.includes(id), ...(kind ? { kind } : {}) });
      }),
    };
    const preset: Preset = {
      ...exempting('measuring', 'analytics'),
      model: isOptOut ? 'opt-out' : 'opt-in',
      home,
    };
    return { config, model: createModel(config, preset, NOW, gpc) };
  });

const ID = fc.stringMatching(/^[a-z0-9-]{1,12}$/);

const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  granted: fc.boolean(),
  at: fc.integer({ min: NOW - 400 * DAY, max: NOW }),
  revision: fc.integer({ min: 1, max: 4 }),
});

/** Any decision about any ids, made now. */
export const anyDecision: fc.Arbitrary<Decision> = fc
  .dictionary(ID, anyAnswer, { noNullPrototype: true })
  .map((answers) => decisionOf(answers, { revision: 2 }));

export const idsOf = ({ categories }: Model): string[] => categories.flatMap(idsOfCategory);

/** For some of the ids. */
const someOf = <Value>(ids: readonly string[], values: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> =>
  fc
    .subarray([...ids])
    .chain((some) => fc.tuple(...some.map((id) => fc.tuple(fc.constant(id), values))))
    .map((entries) => Object.fromEntries(entries));

/** Any decision about a site's ids and one of another site, made now. */
const anyDecisionOn = (model: Model): fc.Arbitrary<Decision> =>
  someOf([...idsOf(model), 'elsewhere'], anyAnswer).map((answers) => decisionOf(answers, { revision: model.revision }));

/** A site, what was decided there, and what is answered next. */
export const anyVisit = anySite.chain(({ config, model }) =>
  fc.record({
    config: fc.constant(config),
    model: fc.constant(model),
    decision: anyDecisionOn(model),
    choices: someOf(idsOf(model), fc.boolean()),
  }),
);
