import type { Consent } from '../../core/consent.js';
import { openSurface } from '../open-surface.js';
import './define.js';

export const open = (consent: Consent): Promise<unknown> => openSurface(consent, { surface: 'imported' });
