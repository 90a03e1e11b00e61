import { BLOCK_RULE, namesEverybody, readBlockRule } from '../../core/block-rules.js';
import { places, type Finding } from './finding.js';

/** Hosts on which sites are made. */
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** The linter does not know whose config it reads. */
const ANYWHERE = { protocol: 'https:', hostname: '', port: '', pathname: '/' };

/** What the shape of a `block` rule does not tell. */
export const blockRules = (config: unknown): Finding[] =>
  places(config).flatMap(({ path, entry, isNecessary }) => {
    const list = entry['block'];
    if (!Array.isArray(list)) return [];
    const findings: Finding[] = [];
    const find = (place: string, value: unknown, severity: Finding['severity'], message: string): void =>
      void findings.push({ path: place, value, severity, message });
    if (isNecessary && list.length) {
      const message = 'what is necessary is always on and never held; name the addresses elsewhere';
      find(`${path}.block`, list, 'warning', message);
    }
    for (const [index, value] of list.entries()) {
      const place = `${path}.block.${index}`;
      const rule = readBlockRule('', value, (text) => new URL(text), ANYWHERE);
      if (!rule) {
        if (typeof value === 'string' && BLOCK_RULE.test(value)) {
          find(place, value, 'error', 'no browser reads this as a host; correct it');
        }
      } else if (namesEverybody(rule)) {
        find(place, value, 'error', 'this would hold the hosts of everybody under that name; name one of them');
      } else if ((!rule.host || LOCAL.test(rule.host)) && rule.path === '/') {
        find(place, value, 'warning', 'on a page of this host it would hold the whole site and is refused; add a path');
      } else if (list.indexOf(value) < index) {
        find(place, value, 'warning', `the rule stands at ${path}.block.${list.indexOf(value)} already; take one out`);
      }
    }
    return findings;
  });
