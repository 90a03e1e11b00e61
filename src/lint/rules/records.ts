import { isForChina, places, valueAt, type Finding } from './finding.js';

/** Three years, which a record of data given to others is to be kept in China: regulation on network data art. 12. */
const KEPT_IN_CHINA = 1095;

/** Where records go, and how long they are kept. */
export function records(config: unknown): Finding[] {
  const url = valueAt(config, ['records', 'url']);
  const days = valueAt(config, ['records', 'retentionDays']);
  const findings: Finding[] = [];
  if (typeof url === 'string' && !isWebAddress(url)) {
    findings.push({
      path: 'records.url',
      value: url,
      severity: 'error',
      message: 'records are sent by HTTP; write an address that begins with `https://`, or a path of this site',
    });
  }
  if (url !== undefined && days === undefined) {
    findings.push({
      path: 'records.retentionDays',
      value: undefined,
      severity: 'warning',
      message: 'records are kept as long as they prove something, and no longer; write for how many days',
    });
  }
  const isProvided = places(config).some(({ entry, isSeparate }) => isSeparate || entry['role'] === 'independent');
  if (typeof days === 'number' && days < KEPT_IN_CHINA && isProvided && isForChina(config)) {
    findings.push({
      path: 'records.retentionDays',
      value: days,
      severity: 'warning',
      message: `in China a record of data that others are given is kept for three years at least; write ${KEPT_IN_CHINA} or more`,
    });
  }
  return findings;
}

function isWebAddress(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url, 'https://base.invalid').protocol);
  } catch {
    return false;
  }
}
