import type { Consent } from '../../core/consent.js';
import { createModel } from '../../core/model.js';
import type { KeptItem } from '../../core/stored-items.js';
import type { Msg } from '../i18n/msg.js';

/** What Candor itself keeps: as necessary as what it remembers. */
export function ownItems(msg: Msg, { config, preset }: Consent): readonly KeptItem[] {
  const { name = 'candor' } = config.cookie ?? {};
  const days = createModel(config, preset, Date.now() / 1000).categories.flatMap(({ lifespan }) => [
    lifespan.grantDays,
    lifespan.refusalDays,
  ]);
  const items: Omit<KeptItem, 'isDescribed'>[] = [
    {
      name,
      type: 'cookie',
      purpose: msg('Your choices, and when you made them', {
        id: 'stored.own',
        desc: 'What the cookie is for that remembers the consent',
      }),
      retention: `P${Math.max(...days)}D`,
    },
    {
      name: `${name}-records`,
      type: 'localStorage',
      purpose: msg('The proof of your choices: what you answered, when, and on which text', {
        id: 'stored.own-records',
        desc: 'What the records of consent on the device are for',
      }),
    },
    {
      name,
      type: 'sessionStorage',
      purpose: msg('After a refusal: what the next page has to erase once more', {
        id: 'stored.own-erasing',
        desc: 'What a note to the next page is for',
      }),
    },
  ];
  if (config.audience?.ask) {
    items.push({
      name: `${name}-age`,
      type: 'localStorage',
      purpose: msg('Your age group, as you said it', {
        id: 'stored.own-age',
        desc: 'What the answer to the question for the age is kept for',
      }),
    });
  }
  return items.map((item) => ({ ...item, isDescribed: true }));
}
