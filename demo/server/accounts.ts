import type { ConsentSnapshot } from 'candor-consent';

/*
 * What visitors told their accounts. A sample: it is kept in memory, and any name opens the account of that name.
 */

export interface Channels {
  readonly email: boolean;
  readonly sms: boolean;
  readonly phone: boolean;
}

export interface Account {
  readonly name: string;
  readonly channels: Channels;
  /** Whether the visitor wants their privacy choices kept here. */
  readonly keepsChoices: boolean;
  /** The decision as `candor.export()` gave it. */
  readonly snapshot: ConsentSnapshot | null;
}

export interface AccountChange {
  readonly channels?: Partial<{ [Name in keyof Channels]: Channels[Name] | undefined }> | undefined;
  readonly keepsChoices?: boolean | undefined;
  readonly snapshot?: ConsentSnapshot | undefined;
}

export interface Accounts {
  of(name: string): Account;
  /** A decision is taken only while the account keeps them; who stops keeping them has it forgotten. */
  change(name: string, change: AccountChange): Account;
}

const MAXIMUM_ACCOUNTS = 1000;

export function createAccounts(): Accounts {
  const accounts = new Map<string, Account>();

  const of = (name: string): Account =>
    accounts.get(name) ?? {
      name,
      channels: { email: false, sms: false, phone: false },
      keepsChoices: false,
      snapshot: null,
    };

  return {
    of,
    change(name, { channels = {}, keepsChoices, snapshot }) {
      const before = of(name);
      const keeps = keepsChoices ?? before.keepsChoices;
      const after: Account = {
        name,
        channels: {
          email: channels.email ?? before.channels.email,
          sms: channels.sms ?? before.channels.sms,
          phone: channels.phone ?? before.channels.phone,
        },
        keepsChoices: keeps,
        snapshot: keeps ? (snapshot ?? before.snapshot) : null,
      };
      accounts.set(name, after);
      const [oldest] = accounts.keys();
      if (accounts.size > MAXIMUM_ACCOUNTS && oldest !== undefined) accounts.delete(oldest);
      return after;
    },
  };
}
