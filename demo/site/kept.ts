export interface Kept {
  readonly kind: `kind.${'cookie' | 'localStorage' | 'sessionStorage'}`;
  readonly names: readonly string[];
}

const isOwn = (name: string): boolean => /^candor\b/.test(name);

const cookieNames = (): string[] =>
  document.cookie
    .split('; ')
    .map((pair) => pair.split('=', 1)[0] ?? '')
    .filter(Boolean);

function storageKeys(kind: 'localStorage' | 'sessionStorage'): string[] {
  try {
    return Object.keys(window[kind]);
  } catch {
    return []; // The browser refuses storage altogether.
  }
}

/** What scripts keep in this browser, by name; Candor's own record of the answer is left out. */
export function kept(): Kept[] {
  const all: Kept[] = [
    { kind: 'kind.cookie', names: cookieNames() },
    { kind: 'kind.localStorage', names: storageKeys('localStorage') },
    { kind: 'kind.sessionStorage', names: storageKeys('sessionStorage') },
  ];
  return all
    .map(({ kind, names }) => ({ kind, names: names.filter((name) => !isOwn(name)) }))
    .filter(({ names }) => names.length > 0);
}
