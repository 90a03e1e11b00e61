/** The tag `candor-signals.js`, which stands before `candor.js`: brings the signals beyond Google's that a config can ask for. */
import { vendorSignals } from './signals/vendor-signals.js';

/** `candor.js` looks here, and asks with the config once that is in. */
(globalThis as Record<symbol, unknown>)[Symbol.for('candor.signals')] = vendorSignals;
