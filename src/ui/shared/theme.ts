import type { Theme } from '../../core/config.js';

/** Hands the site's theme to the styles. Through the CSSOM, which a strict Content-Security-Policy allows. */
export function applyTheme({ style }: HTMLElement, { scheme = 'auto', accent = '', radius = '' }: Theme = {}): void {
  style.colorScheme = scheme === 'auto' ? '' : scheme;
  style.setProperty('--candor-accent', accent);
  style.setProperty('--candor-radius', radius);
}
