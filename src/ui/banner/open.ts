import { categoriesOf, kindOf } from '../../core/categories.js';
import type { Consent } from '../../core/consent.js';
import { openExplained, type LoadNotice } from '../open-explained.js';
import './define.js';

/** Where everything is off whatever is answered, it has nothing to ask; another surface says why. */
const isMoot = ({ barred, config, preset }: Consent): boolean =>
  barred.length > 0 &&
  categoriesOf(config).every((category) => kindOf(category, preset) === 'necessary' || barred.includes(category.id));

const isUnknown = ({ subject: { age, minor, band } = {} }: Consent): boolean =>
  [age, minor, band].every((known) => known === undefined);

export async function open(consent: Consent, isDue?: () => boolean, load?: LoadNotice): Promise<void> {
  if (!isMoot(consent)) await openExplained(consent, 'banner', isDue, load);
  else if (isDue?.() ?? true) await consent.show(isUnknown(consent) ? 'age' : 'preferences');
}
