/**
 * Google Tag Manager as far as a consent template meets it: the sections of a template, what its permissions allow, and the
 * APIs of sandboxed JavaScript, which refuse what no permission covers.
 *
 * Source: developers.google.com/tag-platform/tag-manager/templates/api, /permissions, /standard-library.
 */
import { runInNewContext } from 'node:vm';

interface Value {
  readonly string?: string;
  readonly boolean?: boolean;
  readonly listItem?: readonly Value[];
  readonly mapKey?: readonly Value[];
  readonly mapValue?: readonly Value[];
}

export interface Permission {
  readonly instance: {
    readonly key: { readonly publicId: string };
    readonly param: readonly { readonly key: string; readonly value: Value }[];
  };
}

/** The text of each section by its name. */
export function sectionsOf(template: string): ReadonlyMap<string, string> {
  const parts = template.split(/^___([A-Z_]+)___$/m).slice(1);
  return new Map(parts.flatMap((name, index) => (index % 2 ? [] : [[name, parts[index + 1]!.trim()] as const])));
}

function plain({ string, boolean, listItem, mapKey, mapValue }: Value): unknown {
  if (listItem) return listItem.map(plain);
  if (mapKey) return Object.fromEntries(mapKey.map((key, index) => [key.string!, plain(mapValue![index]!)]));
  return string ?? boolean;
}

type Parameters = Readonly<Record<string, unknown>>;

/** What each permission allows, by its name and the names of its parameters. */
const allowancesOf = (permissions: readonly Permission[]): ReadonlyMap<string, Parameters> =>
  new Map(
    permissions.map(({ instance: { key, param } }) => [
      key.publicId,
      Object.fromEntries(param.map(({ key, value }) => [key, plain(value)])),
    ]),
  );

const matches = (url: string, pattern: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(url);

export type State = Readonly<Record<string, string>>;
export type Default = State & { readonly wait_for_update?: number; readonly region?: readonly string[] };

interface Options {
  readonly permissions: readonly Permission[];
  /** What the site has set up. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly cookies?: Readonly<Record<string, readonly string[]>>;
  /** Where Google takes the visitor to be. */
  readonly region?: string;
  /** In ms since 1970. */
  readonly now?: number;
  /** Whether candor.js can be had. */
  readonly isReachable?: boolean;
  /** In place of APIs, as a template's own tests mock them. */
  readonly mocks?: Readonly<Record<string, unknown>>;
}

export interface Run {
  readonly defaults: readonly Default[];
  readonly updates: readonly State[];
  /** What `gtagSet` was told. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly scripts: readonly string[];
  readonly outcome: readonly ('success' | 'failure')[];
  /** Permissions that a call needed. */
  readonly used: ReadonlySet<string>;
  readonly calls: ReadonlyMap<string, readonly (readonly unknown[])[]>;
  /** What holds now for this visitor. */
  state(): State;
  /** What candor.js does with the function that the template puts into the page. */
  say(command: string, state: unknown): void;
  /** Runs what was put off. */
  later(): void;
}

const TYPES = [
  'functionality_storage',
  'personalization_storage',
  'analytics_storage',
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'security_storage',
];

/** Objects of the sandbox are of another realm. */
const copy = <Result>(value: Result): Result => JSON.parse(JSON.stringify(value)) as Result;

/** Fires the tag. @throws What a call without its permission throws. */
export function fire(code: string, options: Options): Run {
  const { permissions, data = {}, cookies = {}, region = 'DE', now = 1_763_790_000_000, isReachable = true } = options;
  const allowances = allowancesOf(permissions);
  const defaults: Default[] = [];
  const updates: State[] = [];
  const settings: Record<string, unknown> = {};
  const scripts: string[] = [];
  const outcome: ('success' | 'failure')[] = [];
  const used = new Set<string>();
  const calls = new Map<string, unknown[][]>();
  const globals: Record<string, unknown> = {};
  const waiting: (() => void)[] = [];

  const list = (permission: string, parameter: string): unknown[] =>
    (allowances.get(permission)?.[parameter] ?? []) as unknown[];
  const entry = (permission: string, parameter: string, key: string, name: string): Record<string, unknown> =>
    (list(permission, parameter) as Record<string, unknown>[]).find((each) => each[key] === name) ?? {};
  const RULES: Readonly<Record<string, (...query: string[]) => boolean>> = {
    access_consent: (type, mode) => entry('access_consent', 'consentTypes', 'consentType', type)[mode] === true,
    access_globals: (mode, key) => entry('access_globals', 'keys', 'key', key)[mode] === true,
    get_cookies: (name) =>
      allowances.get('get_cookies')?.['cookieAccess'] === 'any' || list('get_cookies', 'cookieNames').includes(name),
    inject_script: (url) =>
      url.startsWith('https://') && list('inject_script', 'urls').some((pattern) => matches(url, pattern as string)),
    write_data_layer: (key) => list('write_data_layer', 'keyPatterns').includes(key),
  };
  const may = (permission: string, ...query: string[]): boolean => RULES[permission]?.(...query) ?? false;
  const need = (permission: string, ...query: string[]): void => {
    used.add(permission);
    if (!may(permission, ...query)) throw new Error(`no permission: ${permission} ${query.join(' ')}`);
  };

  const holds = (type: string): string | undefined => {
    const told = updates.filter((update) => type in update).at(-1)?.[type];
    const at = (code?: string): string | undefined =>
      defaults.filter((each) => type in each && (code ? each.region?.includes(code) : !each.region)).at(-1)?.[type];
    return told ?? at(region) ?? at(region.split('-')[0]) ?? at();
  };

  const api: Readonly<Record<string, unknown>> = {
    callLater: (run: () => void) => waiting.push(run),
    getCookieValues(name: string) {
      need('get_cookies', name);
      return (cookies[name] ?? []).map(decodeURIComponent);
    },
    getTimestampMillis: () => now,
    getType: (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value),
    gtagSet(key: string, value: unknown) {
      need('write_data_layer', key);
      settings[key] = value;
    },
    injectScript(url: string, onSuccess: () => void, onFailure: () => void) {
      need('inject_script', url);
      scripts.push(url);
      (isReachable ? onSuccess : onFailure)();
    },
    isConsentGranted(type: string) {
      need('access_consent', type, 'read');
      return (holds(type) ?? 'granted') === 'granted';
    },
    makeInteger: (value: unknown) => Math.trunc(Number(value)) || 0,
    makeString: String,
    queryPermission: (permission: string, ...query: string[]) => may(permission, ...query),
    setDefaultConsentState(state: Default) {
      for (const type of Object.keys(state)) if (type !== 'region') need('access_consent', type, 'write');
      defaults.push(copy(state));
    },
    setInWindow(key: string, value: unknown, overrideExisting?: boolean) {
      need('access_globals', 'write', key);
      if (overrideExisting || globals[key] === undefined) globals[key] = value;
      return true;
    },
    updateConsentState(state: State) {
      for (const type of Object.keys(state)) need('access_consent', type, 'write');
      updates.push(copy(state));
    },
    ...options.mocks,
  };

  const require = (name: string): unknown => {
    if (!(name in api)) throw new Error(`no API: ${name}`);
    if (typeof api[name] !== 'function') return api[name];
    return (...given: unknown[]): unknown => {
      calls.set(name, [...(calls.get(name) ?? []), given]);
      return (api[name] as (...given: unknown[]) => unknown)(...given);
    };
  };

  const ends = { gtmOnSuccess: () => outcome.push('success'), gtmOnFailure: () => outcome.push('failure') };
  const run = runInNewContext(`(function (require, data) { 'use strict'; ${code}\n})`, {}) as (
    require: unknown,
    data: unknown,
  ) => void;
  run(require, { ...data, ...ends });

  return {
    defaults,
    updates,
    settings,
    scripts,
    outcome,
    used,
    calls,
    state: () => Object.fromEntries(TYPES.map((type) => [type, holds(type) ?? 'granted'])),
    say: (command, state) =>
      (globals['candorGoogleConsent'] as (command: string, state: unknown) => void)(command, state),
    later: () => waiting.splice(0).forEach((put) => put()),
  };
}
