import type { Consent } from '../../core/consent.js';
import { openExplained, type LoadNotice } from '../open-explained.js';
import './define.js';

export const open = (consent: Consent, isDue?: () => boolean, load?: LoadNotice): Promise<void> =>
  openExplained(consent, 'preferences', isDue, load);
