import type { Service } from './config.js';
import type { Preset } from './presets.js';

/**
 * What a service needs beside the answer of its category. Nothing: that covers it. `own`: it is a channel or a purpose that is
 * named by itself, so an answer must name it. `separate`: it is granted in its own dialog, as the region demands of a
 * recipient abroad or with purposes of its own, and of a precise position.
 */
export type Need = 'own' | 'separate' | undefined;

export const needOf = ({ id, country, role, scope, personalises }: Service, { home }: Preset): Need =>
  home && ((country ?? home) !== home || role === 'independent' || id === 'precise')
    ? 'separate'
    : scope === 'account' || personalises
      ? 'own'
      : undefined;
