import type { Account, AccountChange } from '../server/accounts.js';

export type { Account };

const listeners = new Set<(account: Account | null) => void>();

/** @throws Where the server cannot be reached or refuses. */
async function ask(method: string, path: string, body?: unknown): Promise<Account | null> {
  const response = await fetch(path, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  // Somebody has signed out elsewhere.
  const isSignedOut = response.status === 401;
  if (!response.ok && !isSignedOut) throw new Error(`${method} ${path}: ${response.status}`);
  const account = isSignedOut ? null : ((await response.json()) as { account: Account | null }).account;
  listeners.forEach((listener) => listener(account));
  return account;
}

/** The account of who is signed in on this browser, or null. Rejects like all of these when the server cannot be reached. */
export const readAccount = (): Promise<Account | null> => ask('GET', '/api/account');
export const changeAccount = (change: AccountChange): Promise<Account | null> => ask('PUT', '/api/account', change);
export const signIn = (name: string): Promise<Account | null> => ask('POST', '/api/session', { name });
export const signOut = (): Promise<Account | null> => ask('DELETE', '/api/session');

/** Hears of the account each time that the server told it. */
export const onAccount = (listener: (account: Account | null) => void): void => void listeners.add(listener);
