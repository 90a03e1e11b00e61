/**
 * The `block` lists of a config, made ready to be asked about every address a page uses. Pure: the browser's parser of
 * addresses is handed in.
 */

/** An address as `URL` splits it. */
export interface Address {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
}

/** @throws For what is no address. */
export type ParseAddress = (text: string) => Address;

/** One entry of a `block` list. */
export interface BlockRule {
  /** The category or service that names it. */
  readonly id: string;
  /** Lower case, without a dot at the end, non-ASCII letters in Punycode. */
  readonly host: string;
  /** Whether it names all hosts below as well: `*.` stood before it. */
  readonly below: boolean;
  /** Empty: every port. */
  readonly port: string;
  /** What the path begins with; decoded. */
  readonly path: string;
}

/** Rules by host, so that an address which none names costs a few look-ups, however many there are. */
export interface BlockRules {
  readonly byHost: ReadonlyMap<string, readonly BlockRule[]>;
  /** Every id that names an address. */
  readonly ids: readonly string[];
}

export const NO_RULES: BlockRules = { byHost: new Map(), ids: [] };

/** Told of each entry that cannot be used: where it stands, what stands there, and what to do. */
export type ReportRule = (path: string, value: unknown, remedy: string) => void;

/** `host` or `*.host` with a port, if need be; what the path begins with; or both. A path alone is one of the page's own site. */
export const BLOCK_RULE = /^(?=.)(?:(\*\.)?([^\s/:?#@*[\]]+|\[[\da-fA-F:.]+\])(?::(\d+))?)?(\/(?!\/)[^\s?#]*)?$/;

/** Names that everybody's hosts end with: top-level domains, and the second level of countries. Not all of them: nobody has a list. */
const PUBLIC = /^([^.]+|(com?|org?|net?|gov|edu|ac)\.[a-z]{2})$/;

const NOTHING: readonly string[] = [];

/** A dot at the end names the same host. */
const plainHost = (hostname: string): string => (hostname.endsWith('.') ? hostname.slice(0, -1) : hostname);

/** Servers read `/%74rack` as `/track`. */
function plainPath(pathname: string): string {
  try {
    return pathname.includes('%') ? decodeURIComponent(pathname) : pathname;
  } catch {
    return pathname;
  }
}

const portOf = ({ port, protocol }: Address): string => port || (/^(http|ws):/.test(protocol) ? '80' : '443');

/**
 * @param page The page's own address.
 * @returns Undefined for what is no rule.
 */
export function readBlockRule(id: string, text: unknown, parse: ParseAddress, page: Address): BlockRule | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const [, wildcard, host, port = '', path = ''] = BLOCK_RULE.exec(text)!;
    const { hostname, pathname } = parse(`https://${host ?? 'own'}${path}`);
    return {
      id,
      host: plainHost(host === undefined ? page.hostname : hostname),
      below: !!wildcard,
      port: host === undefined ? portOf(page) : port,
      path: plainPath(pathname),
    };
  } catch {
    return undefined;
  }
}

/** Whether a rule names the hosts of everybody. */
export const namesEverybody = ({ host, below }: BlockRule): boolean => below && PUBLIC.test(host);

/**
 * Whether a rule must not be: it would take all hosts of a top-level domain with it, the page's own site as a whole, or
 * Candor's own files, and nobody could ever say yes.
 */
function isTooBroad(rule: BlockRule, page: Address, folder: Address | undefined): boolean {
  const names = (address: Address): boolean =>
    namesHost(rule, plainHost(address.hostname)) && (!rule.port || rule.port === portOf(address));
  const own = folder && plainPath(folder.pathname);
  return (
    namesEverybody(rule) ||
    (rule.path === '/' && names(page)) ||
    (!!own && names(folder) && (own.startsWith(rule.path) || rule.path.startsWith(own)))
  );
}

const namesHost = ({ host, below }: BlockRule, asked: string): boolean =>
  asked === host || (below && asked.endsWith(`.${host}`));

type Json = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : NOTHING);

/**
 * Reads all `block` lists of a config, of whatever type it is. What cannot be used is left out and reported.
 *
 * @param page The page's own address.
 * @param folder Where Candor's own files lie; none for an npm bundle, whose files are the host's.
 */
export function readBlockRules(
  config: unknown,
  parse: ParseAddress,
  page: Address,
  folder: Address | undefined,
  report: ReportRule,
): BlockRules {
  const byHost = new Map<string, BlockRule[]>();
  const ids = new Set<string>();

  const read = (owner: unknown, path: string): void => {
    const { id, block } = (owner ?? {}) as Json;
    if (block !== undefined && !Array.isArray(block)) report(`${path}.block`, block, 'write a list of hosts');
    for (const [index, text] of listOf(block).entries()) {
      const rule = readBlockRule(String(id), text, parse, page);
      const place = `${path}.block.${index}`;
      if (!rule) report(place, text, 'write a host, with a path if you like: `*.tracker.example/collect`');
      else if (isTooBroad(rule, page, folder)) report(place, text, 'this would hold too much; name one host or path');
      else {
        byHost.set(rule.host, [...(byHost.get(rule.host) ?? NOTHING), rule] as BlockRule[]);
        ids.add(rule.id);
      }
    }
  };

  for (const [index, category] of listOf((config as Json | undefined)?.['categories']).entries()) {
    const { id, kind = id, services } = (category ?? {}) as Json;
    // Always on, also before anybody can say so.
    if (kind === 'necessary') continue;
    read(category, `categories.${index}`);
    for (const [position, service] of listOf(services).entries()) {
      read(service, `categories.${index}.services.${position}`);
    }
  }
  return { byHost, ids: [...ids] };
}

/** A whole address of the usual form, or a path: what no parser reads in another way. */
const USUAL = /^(?:(?:http|ws)s?:\/\/((?:[a-z\d-]+\.)*[a-z][a-z\d-]*)(?::\d+)?|\/?[\w.-]+)(?=[/?#]|$)/;

/**
 * The host of an address without reading it in full, which takes most of the time.
 *
 * @param base The host of what paths are meant from.
 * @returns Undefined where it must be read in full.
 */
export function usualHost(address: string, base: string): string | undefined {
  const found = USUAL.exec(address);
  return found ? (found[1] ?? base) : undefined;
}

/** A host and all above it: `a.b.c`, `b.c`, `c`. */
function* upwards(hostname: string): Generator<string> {
  for (let host = plainHost(hostname); host; host = host.slice(host.indexOf('.') + 1)) {
    yield host;
    if (!host.includes('.')) return;
  }
}

/** Whether a rule names the host or one above it. */
export function hasRulesFor({ byHost }: BlockRules, hostname: string): boolean {
  for (const host of upwards(hostname)) if (byHost.has(host)) return true;
  return false;
}

/** The ids whose rules name an address. */
export function idsNaming({ byHost }: BlockRules, address: Address): readonly string[] {
  const hostname = plainHost(address.hostname);
  const path = plainPath(address.pathname);
  return [...upwards(hostname)].flatMap((host) =>
    (byHost.get(host) ?? [])
      .filter(
        (rule) =>
          (rule.below || host === hostname) &&
          (!rule.port || rule.port === portOf(address)) &&
          path.startsWith(rule.path),
      )
      .map(({ id }) => id),
  );
}
