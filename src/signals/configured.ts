import type { Config } from '../core/config.js';
import type { Signal } from '../core/signal.js';
import { googleConsentMode } from './google-consent-mode.js';
import { listeningSignals } from './listening-signals.js';
import { vendorSignals } from './vendor-signals.js';

/** All signals that a config asks for. What it says in another way than the schema allows is left out; the linter tells. */
export function configuredSignals(config: Config): Signal[] {
  const google = config.signals?.googleConsentMode;
  return [...(google ? [googleConsentMode(google)] : []), ...vendorSignals(config), ...listeningSignals(config)];
}
