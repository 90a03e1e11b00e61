import { parseDocument } from 'yaml';

/** What a YAML text holds, where it holds keys with values; `undefined` for anything else, prose included. */
export function readYaml(text: string): object | undefined {
  try {
    const document = parseDocument(text);
    if (document.errors.length) return undefined;
    // A file that unfolds into more than it is, by aliases, throws here.
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
