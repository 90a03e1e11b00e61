type Choices = Readonly<Partial<Record<string, boolean>>>;

/** What visitors told their accounts. A sample: it is kept in memory, and any name opens the account of that name. */
export interface SavedAnswer {
  /** Yes or no by id of a category or service. */
  readonly choices: Choices;
  /** When it became what it is: ISO 8601. */
  readonly time: string;
}

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
  readonly answer: SavedAnswer | null;
}

export interface AccountChange {
  readonly channels?: Partial<{ [Name in keyof Channels]: Channels[Name] | undefined }> | undefined;
  readonly keepsChoices?: boolean | undefined;
  readonly choices?: Choices | undefined;
}

export interface Accounts {
  of(name: string): Account;
  /** Choices are taken only while the account keeps them; who stops keeping them has them forgotten. */
  change(name: string, change: AccountChange): Account;
}

const MAXIMUM_ACCOUNTS = 1000;

const isSame = (one: Choices, other: Choices): boolean =>
  Object.keys({ ...one, ...other }).every((id) => one[id] === other[id]);

function nextAnswer(before: SavedAnswer | null, choices: AccountChange['choices']): SavedAnswer | null {
  // The same answer from another device keeps its date.
  if (!choices || (before && isSame(before.choices, choices))) return before;
  return { choices, time: new Date().toISOString() };
}

export function createAccounts(): Accounts {
  const accounts = new Map<string, Account>();

  const of = (name: string): Account =>
    accounts.get(name) ?? {
      name,
      channels: { email: false, sms: false, phone: false },
      keepsChoices: false,
      answer: null,
    };

  return {
    of,
    change(name, { channels = {}, keepsChoices, choices }) {
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
        answer: keeps ? nextAnswer(before.answer, choices) : null,
      };
      accounts.set(name, after);
      const [oldest] = accounts.keys();
      if (accounts.size > MAXIMUM_ACCOUNTS && oldest !== undefined) accounts.delete(oldest);
      return after;
    },
  };
}
