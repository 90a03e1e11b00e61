import type { Consent } from 'candor-consent';

/** A fixed sample rate for one euro. */
const RATES = { EUR: 1, USD: 1.09, CNY: 7.8 } as const;

export type Currency = keyof typeof RATES;

const KEY = 'northlark_console';

const isCurrency = (value: string | null): value is Currency => value !== null && Object.hasOwn(RATES, value);

/** In which currency the visitor wants costs, and whether this browser may remember it. */
export interface CurrencyChoice {
  readonly currency: Currency;
  readonly isRemembered: boolean;
  choose(currency: string): void;
  /** An amount of euros, in the chosen currency. */
  format(euros: number): string;
  /** @returns Ends it. */
  onChange(listener: () => void): () => void;
}

/** Keeps the choice in this browser only while settings (`functional`) are allowed; the config says that it is erased when they no longer are. */
export function createCurrencyChoice(candor: Consent | undefined): CurrencyChoice {
  const listeners = new Set<() => void>();
  let currency: Currency = 'EUR';
  let isChosen = false;
  let isAllowed = false;

  const tell = (): void => listeners.forEach((listener) => listener());
  const keep = (): void => {
    if (isAllowed && isChosen) localStorage.setItem(KEY, currency);
  };

  candor?.gate('functional', () => {
    isAllowed = true;
    const stored = localStorage.getItem(KEY);
    // What was chosen on this page counts more than what was chosen before.
    if (!isChosen && isCurrency(stored)) currency = stored;
    keep();
    tell();
    return () => {
      isAllowed = false;
      tell();
    };
  });

  return {
    get currency() {
      return currency;
    },
    get isRemembered() {
      return isAllowed;
    },
    choose(next) {
      if (!isCurrency(next)) return;
      currency = next;
      isChosen = true;
      keep();
      tell();
    },
    format: (euros) =>
      new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency }).format(
        euros * RATES[currency],
      ),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
