import type { Msg } from '../i18n/msg.js';

export type Section = 'always-on' | 'cookies' | 'device' | 'location' | 'marketing' | 'sharing' | 'rights';

/** The sections of the panel, in order. `rights` is for the visitor's rights and the site's contact. */
export const sectionTitles = (msg: Msg): Readonly<Record<Section, string>> => ({
  'always-on': msg('Always on', { id: 'section.always-on', desc: 'Section heading of the panel' }),
  cookies: msg('Cookies', { id: 'section.cookies', desc: 'Section heading of the panel' }),
  device: msg('Device and logs', { id: 'section.device', desc: 'Section heading of the panel' }),
  location: msg('Location', { id: 'section.location', desc: 'Section heading of the panel' }),
  marketing: msg('Marketing messages', { id: 'section.marketing', desc: 'Section heading of the panel' }),
  sharing: msg('Sharing and transfer abroad (asked separately)', {
    id: 'section.sharing',
    desc: 'Section heading of the panel; what stands in it needs a separate consent',
  }),
  rights: msg('Your rights and contact', { id: 'section.rights', desc: 'Section heading of the panel' }),
});
