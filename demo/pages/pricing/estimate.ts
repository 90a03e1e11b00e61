/** What a visitor puts into the calculator. */
export interface Usage {
  readonly size: string;
  readonly machines: number;
  readonly hoursADay: number;
  readonly gigabytes: number;
  /** Empty: none. */
  readonly database: string;
}

/** In the currency of the page. */
export interface Prices {
  /** For a second, by size. */
  readonly compute: ReadonlyMap<string, number>;
  /** For a second, by size. */
  readonly databases: ReadonlyMap<string, number>;
  readonly gigabyteMonth: number;
}

export interface Estimate {
  readonly compute: number;
  readonly storage: number;
  readonly database: number;
  readonly total: number;
}

const DAYS = 30;
const SECONDS_AN_HOUR = 3600;

const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** What a month of 30 days costs. The total is the sum of the lines as they are shown. */
export function estimate(usage: Usage, prices: Prices): Estimate {
  const seconds = usage.hoursADay * DAYS * SECONDS_AN_HOUR;
  const compute = cents((prices.compute.get(usage.size) ?? 0) * seconds * usage.machines);
  const storage = cents(prices.gigabyteMonth * usage.gigabytes);
  const database = cents((prices.databases.get(usage.database) ?? 0) * 24 * DAYS * SECONDS_AN_HOUR);
  return { compute, storage, database, total: cents(compute + storage + database) };
}
