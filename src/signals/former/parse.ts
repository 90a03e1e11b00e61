/** The text without its percent-encoding; as it stands where it has none. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The object in a text of JSON, percent-encoded as in a cookie or plain as in localStorage. Undefined: there is none. */
export function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = parse(text) ?? parse(decoded(text));
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** The object in a text of JSON that says yes or no to each of its names, and nothing else. */
export function readBooleans(text: string): Readonly<Record<string, boolean>> | undefined {
  const answers = readObject(text);
  const values = Object.values(answers ?? {});
  return values.length && values.every((value) => typeof value === 'boolean')
    ? (answers as Record<string, boolean>)
    : undefined;
}

/**
 * Unix seconds of an ISO 8601 time.
 *
 * @returns Undefined where the text is none.
 */
export function readTime(text: unknown): number | undefined {
  const time = typeof text === 'string' && /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
}
