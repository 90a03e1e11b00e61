import type { Consent } from '../../core/consent.js';
import { openSurface } from '../open-surface.js';
import './define.js';

/** There is nothing to decide here for anybody but a child. */
export const open = (consent: Consent, isDue: () => boolean = () => true): Promise<unknown> =>
  openSurface(consent, { surface: 'guardian' }, () => isDue() && consent.ageGroup?.band === 'child');
