import { correctionText } from '../../core/correction-text.js';
import { palettes } from '../../core/palette.js';
import { parseColour } from '../parse-colour.js';
import { isObject, valueAt, type Finding } from './finding.js';

/** Colours of the theme that are none, or that nobody could read: they are corrected. */
export function colours(config: unknown): Finding[] {
  const theme = valueAt(config, ['theme']);
  if (!isObject(theme)) return [];
  const { corrections } = palettes(theme, (key, scheme) => {
    const value = theme[key];
    return typeof value === 'string' && value ? parseColour(value, scheme) : undefined;
  });
  return corrections.map((correction) => ({
    path: `theme.${correction.key}`,
    value: theme[correction.key],
    severity: correction.given ? 'warning' : 'error',
    message: correctionText(correction),
  }));
}
