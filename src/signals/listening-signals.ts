import type { Config } from '../core/config.js';
import type { Signal } from '../core/signal.js';
import { formerConsent } from './former-consent.js';
import { tcf } from './tcf.js';

const optionsOf = (value: unknown): object => (typeof value === 'object' && value ? value : {});

/** Those that a config takes answers over from: another consent platform on the page, or the tool that stood there before. */
export function listeningSignals({ signals = {} }: Config): Signal[] {
  return [
    ...(signals.tcf ? [tcf(optionsOf(signals.tcf))] : []),
    ...(signals.formerConsent ? [formerConsent(optionsOf(signals.formerConsent))] : []),
  ];
}
