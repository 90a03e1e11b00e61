import type { Msg } from '../i18n/msg.js';

/** What each built-in category is for, as it reads after "With your permission we also use data to …". */
export const purposes = (msg: Msg): Readonly<Record<string, string>> => ({
  functional: msg('remember your settings', {
    id: 'banner.purpose.functional',
    desc: 'One of a list that fills {purposes} in banner.description',
  }),
  analytics: msg('measure visits', { id: 'banner.purpose.analytics', desc: 'Fills {purposes}' }),
  advertising: msg('personalise ads', { id: 'banner.purpose.advertising', desc: 'Fills {purposes}' }),
  social: msg('show social media content', { id: 'banner.purpose.social', desc: 'Fills {purposes}' }),
  device: msg('read device and log data', { id: 'banner.purpose.device', desc: 'Fills {purposes}' }),
  location: msg('find your location', { id: 'banner.purpose.location', desc: 'Fills {purposes}' }),
  push: msg('send offers', { id: 'banner.purpose.push', desc: 'Fills {purposes}' }),
});
