import { findingLine } from '../core/finding-line.js';
import type { Finding } from './finding.js';

const HEADING = 'Candor, development mode: this page needs you. Only developers are told.';

/** Tells findings in the console: those of one look in one message, and each of them once. */
export function teller(): (findings: readonly Finding[]) => void {
  const told = new Set<string>();
  return (findings) => {
    const lines = findings.map(({ path, value, message }) => findingLine(path, value, message));
    const fresh = [...new Set(lines)].filter((line) => !told.has(line));
    if (!fresh.length) return;
    for (const line of fresh) told.add(line);
    console.warn([HEADING, ...fresh].join('\n'));
  };
}
