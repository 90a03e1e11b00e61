import {
  hasRulesFor,
  idsNaming,
  NO_RULES,
  readBlockRules,
  usualHost,
  type BlockRules,
} from '../../core/block-rules.js';

/** Says of addresses whether they are held now. */
export interface Addresses {
  /** Takes the rules of a config in place of those in force. */
  readonly use: (config: unknown) => void;
  /** Holds nothing from now on. */
  readonly release: () => void;
  /** The ids that name an address. */
  readonly idsOf: (address: string) => readonly string[];
  readonly isHeld: (address: string) => boolean;
  /** @returns Undefined for what cannot be read as an address. */
  readonly parse: (address: string) => URL | undefined;
}

const NONE: readonly string[] = [];

/** Third parties may put something else in its place. */
const NativeURL = URL;

/**
 * @param granted Asked anew for each call, so that the switch is in the task of the decision.
 * @param folder Where Candor's own files lie.
 */
export function createAddresses(granted: (id: string) => boolean, folder?: string): Addresses {
  let rules: BlockRules = NO_RULES;

  const parse = (address: string): URL | undefined => {
    try {
      return new NativeURL(address, document.baseURI);
    } catch {
      return undefined;
    }
  };

  let base = '';
  let baseHost = '';

  const idsOf = (address: string): readonly string[] => {
    if (base !== document.baseURI) baseHost = new NativeURL((base = document.baseURI)).hostname;
    const host = usualHost(address, baseHost);
    if (host !== undefined && !hasRulesFor(rules, host)) return NONE;
    const url = parse(address);
    // What cannot be read may be any of them.
    return url ? idsNaming(rules, url) : rules.ids;
  };

  return {
    parse,
    idsOf,

    // All of the ids, unlike a guard, which one yes opens: what was refused for one purpose must not leave for another.
    isHeld: (address) => idsOf(address).some((id) => !granted(id)),

    release: () => void (rules = NO_RULES),

    use(config) {
      const problems: string[] = [];
      rules = readBlockRules(
        config,
        (text) => new NativeURL(text),
        new NativeURL(location.href),
        folder === undefined ? undefined : new NativeURL('.', folder),
        (path, value, remedy) => problems.push(`\n- ${path} = ${JSON.stringify(value)}: ${remedy}.`),
      );
      if (problems.length) console.error(`Candor: these block rules hold nothing.${problems.join('')}`);
    },
  };
}
