import type { Consent } from '../../core/consent.js';
import { openSurface } from '../open-surface.js';
import './define.js';

/** Asks, unless the page says by itself how old the visitor is. */
export const open = (consent: Consent, isDue: () => boolean = () => true): Promise<unknown> =>
  openSurface(consent, { surface: 'age' }, () => {
    const { age, minor } = consent.subject ?? {};
    return isDue() && age === undefined && minor === undefined;
  });
