import type { Config } from './config.js';
import { matchLanguage } from './text.js';

/** The languages a config offers, of those that Candor has. */
export function offeredLanguages({ languages = [] }: Config, available: readonly string[]): readonly string[] {
  const offered = languages.map((tag) => matchLanguage([tag], available)).filter((tag) => tag !== undefined);
  return offered.length ? [...new Set(offered)] : available;
}
