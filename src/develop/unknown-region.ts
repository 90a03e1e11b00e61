import type { Consent } from '../core/consent.js';
import { isRegionCode } from '../core/region-code.js';
import type { Finding } from './finding.js';

/** A region that the page gives and that nowhere has; what a network of servers calls a visitor of unknown place, for example. */
export function unknownRegion({ isGuess, region, preset }: Consent): Finding[] {
  if (!region || isGuess || isRegionCode(region)) return [];
  return [
    {
      path: 'region',
      value: region,
      message:
        `no region has this code, so the rules of \`${preset.id}\` hold; write \`EEA\`, an ISO 3166-1 country (\`GB\`) or a ` +
        'subdivision (`US-CA`), or nothing where it is not known',
    },
  ];
}
