/** What `demo/public/model/arrive.js` has found in the address and in this browser before Candor started. */
export interface Arrival {
  readonly policy: '2.0' | '2.1';
  readonly visitor: 'new' | 'returning' | 'refusing' | 'minor' | 'device';
  /** Of the cookie; what else is kept for the visitor begins with it. */
  readonly name: string;
  /** What the provider's server would know: that the visitor is signed in, or that their guardian was verified. */
  readonly session: string | null;
}

export const { arrival } = window as unknown as { readonly arrival: Arrival };

const keyOf = (what: 'session' | 'account'): string => `${arrival.name}-${what}`;

/** Keeps what the provider's server would know until the tab is closed; without a value it forgets it. */
export function remember(what: 'session' | 'account', value?: string): void {
  try {
    if (value === undefined) sessionStorage.removeItem(keyOf(what));
    else sessionStorage.setItem(keyOf(what), value);
  } catch {
    // Where the browser refuses storage, the next page does not know.
  }
}

export function recall(what: 'session' | 'account'): string | null {
  try {
    return sessionStorage.getItem(keyOf(what));
  } catch {
    return null;
  }
}
