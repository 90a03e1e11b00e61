import type { Finding } from 'candor-consent/lint';
import { createLocate } from './locate.js';
import type { Range } from './position.js';

/** One of the linter's findings, with its place in the text. */
export interface LocatedFinding extends Finding, Range {}

/** Puts findings where they belong, in the order of the text. A warning is about a key, an error about what stands there. */
export function locateFindings(text: string, findings: readonly Finding[]): LocatedFinding[] {
  const locate = createLocate(text);
  return findings
    .map((finding) => ({ ...finding, ...locate(finding.path, finding.severity === 'warning' ? 'key' : 'value') }))
    .sort((one, other) => one.offset - other.offset);
}
