const KEY = 'northlark-estimate';

/** The calculation of the last visit, by field. Empty where there is none, or where it cannot be read. */
export function recall(): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return Object.fromEntries(Object.entries(kept as object).map(([name, value]) => [name, String(value)]));
  } catch {
    return {};
  }
}

export function remember(fields: Readonly<Record<string, string>>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(fields));
  } catch {
    // The browser refuses storage; the calculation is then for this visit only.
  }
}
