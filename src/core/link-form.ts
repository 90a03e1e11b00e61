import { categoriesOf, isSale } from './categories.js';
import type { Config } from './config.js';
import type { Preset } from './presets.js';

/**
 * What the control that reopens the choices must say. `settings`: no law says. The others are links that the United States want:
 * `do-not-sell` and `limit` one for each right, `choices` for both, with an icon.
 */
export type LinkForm = 'settings' | 'choices' | 'do-not-sell' | 'limit';

/**
 * California has a link for sales and one for sensitive data, or one for both (Cal. Civ. Code § 1798.135(a), 11 CCR § 7013 to
 * § 7015); other states want a clear and conspicuous one, and take that for both.
 */
export function linkFormOf(config: Config, { id }: Preset): LinkForm {
  if (!id.startsWith('us-')) return 'settings';
  const categories = categoriesOf(config);
  const sells = categories.some((category) => [category, ...(category.services ?? [])].some(isSale));
  const isSensitive = categories.some((category) => category.id === 'sensitive');
  if (id !== 'us-ca') return sells || isSensitive ? 'choices' : 'settings';
  return sells ? (isSensitive ? 'choices' : 'do-not-sell') : isSensitive ? 'limit' : 'settings';
}
