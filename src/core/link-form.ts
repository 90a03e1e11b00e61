import { categoriesOf, isSale, kindOf } from './categories.js';
import type { Config } from './config.js';
import type { Preset } from './presets.js';

/**
 * What the control that reopens the choices must say. `settings`: no law says. Three are links that the United States want:
 * `do-not-sell` and `limit` one for each right, `choices` for both, with an icon. `transmission`: what Japan calls them.
 */
export type LinkForm = 'settings' | 'choices' | 'do-not-sell' | 'limit' | 'transmission';

/**
 * California has a link for sales and one for sensitive data, or one for both (Cal. Civ. Code § 1798.135(a), 11 CCR § 7013 to
 * § 7015); other states want a clear and conspicuous one, and take that for both. Japan wants visitors to find out easily what
 * is sent from their device to whom (Telecommunications Business Act art. 27-12), which sites call 外部送信について.
 */
export function linkFormOf(config: Config, preset: Preset): LinkForm {
  const { id } = preset;
  if (id === 'jp' && categoriesOf(config).some((category) => kindOf(category, preset) !== 'necessary'))
    return 'transmission';
  if (!id.startsWith('us-')) return 'settings';
  const categories = categoriesOf(config);
  const sells = categories.some((category) => [category, ...(category.services ?? [])].some(isSale));
  const isSensitive = categories.some((category) => category.id === 'sensitive');
  if (id !== 'us-ca') return sells || isSensitive ? 'choices' : 'settings';
  return sells ? (isSensitive ? 'choices' : 'do-not-sell') : isSensitive ? 'limit' : 'settings';
}
