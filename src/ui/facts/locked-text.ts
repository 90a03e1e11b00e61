import { categoriesOf } from '../../core/categories.js';
import type { Consent } from '../../core/consent.js';
import { FULL_AGE } from '../../core/full-age.js';
import { fill } from '../../core/text.js';
import type { ConsentController } from '../shared/consent-controller.js';

/**
 * Why something is off for a visitor, whatever is answered. `unknown`: a site that asks for the age does not know it. `child`: a
 * guardian decides. `minor`: it is for adults. `account`: it is for signed-in people.
 */
export type Lock = 'unknown' | 'child' | 'minor' | 'account';

/** Undefined where a category or service is not off whatever is answered. */
export function lockOf({ ageGroup, barred, config, subject }: Consent, id: string): Lock | undefined {
  if (!barred.includes(id)) return undefined;
  const band = ageGroup?.band;
  if (!band && config.audience?.ask) return 'unknown';
  if (band === 'child' && subject?.guardian !== 'verified') return 'child';
  const services = categoriesOf(config).flatMap((category) => category.services ?? []);
  const isChannel = services.some(
    (service) => service.id === id && service.scope === 'account' && !service.personalises,
  );
  return band && band !== 'adult' && !isChannel ? 'minor' : 'account';
}

/** The same in words. */
export function lockedText({ msg }: ConsentController, consent: Consent, id: string): string | undefined {
  const lock = lockOf(consent, id);
  return (
    lock &&
    {
      unknown: msg('Off until you have said how old you are.', { id: 'locked.age', desc: 'In the place of a switch' }),
      child: msg('Off for children. A parent or guardian decides.', {
        id: 'locked.child',
        desc: 'In the place of a switch',
      }),
      minor: fill(msg('Not for under {age}.', { id: 'locked.minor', desc: 'In the place of a switch; {age}: years' }), {
        age: `${FULL_AGE}`,
      }),
      account: msg('For signed-in people.', { id: 'locked.account', desc: 'In the place of a switch' }),
    }[lock]
  );
}
