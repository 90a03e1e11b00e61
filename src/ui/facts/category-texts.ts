import type { Msg } from '../i18n/msg.js';

export interface CategoryText {
  readonly title: string;
  readonly description: string;
}

/** Titles and sentences of the built-in categories by id; a site's own words win over them. */
export const categoryTexts = (msg: Msg): Readonly<Record<string, CategoryText>> => ({
  necessary: {
    title: msg('Strictly necessary', { id: 'category.necessary.title', desc: 'Title of a category' }),
    description: msg('Needed to deliver this site, keep it secure and remember what you choose here.', {
      id: 'category.necessary.description',
      desc: 'Says why it cannot be turned off',
    }),
  },
  functional: {
    title: msg('Your settings', { id: 'category.functional.title', desc: 'Title of a category' }),
    description: msg('Remembers what you set, such as language or region, for your next visit.', {
      id: 'category.functional.description',
      desc: 'What the data is used for',
    }),
  },
  analytics: {
    title: msg('Analytics', { id: 'category.analytics.title', desc: 'Title of a category' }),
    description: msg('Measures visits and how pages are used, so that we can improve this site.', {
      id: 'category.analytics.description',
      desc: 'What the data is used for',
    }),
  },
  advertising: {
    title: msg('Personalised ads', { id: 'category.advertising.title', desc: 'Title of a category' }),
    description: msg('Chooses ads by your interests and measures how well they work.', {
      id: 'category.advertising.description',
      desc: 'What the data is used for',
    }),
  },
  social: {
    title: msg('Social media', { id: 'category.social.title', desc: 'Title of a category' }),
    description: msg('Shows posts, videos and share buttons of social networks, which may then recognise you.', {
      id: 'category.social.description',
      desc: 'What the data is used for',
    }),
  },
  device: {
    title: msg('Device and log data', { id: 'category.device.title', desc: 'Title of a category' }),
    description: msg('Reads device model, system version and logs, to find faults and prevent abuse.', {
      id: 'category.device.description',
      desc: 'What the data is used for',
    }),
  },
  location: {
    title: msg('Your location', { id: 'category.location.title', desc: 'Title of a category' }),
    description: msg(
      'Finds where you are through GPS, Wi-Fi, sensors or IP address. Turning it off stops the collection.',
      {
        id: 'category.location.description',
        desc: 'What the data is used for',
      },
    ),
  },
  push: {
    title: msg('Marketing messages', { id: 'category.push.title', desc: 'Title of a category' }),
    description: msg('Sends you offers and news by push message, e-mail, text message or phone.', {
      id: 'category.push.description',
      desc: 'What the data is used for',
    }),
  },
  sharing: {
    title: msg('Sharing with others', { id: 'category.sharing.title', desc: 'Title of a category' }),
    description: msg('Passes your data to affiliates and partners, who use it for purposes of their own.', {
      id: 'category.sharing.description',
      desc: 'What the data is used for; PIPL art. 23',
    }),
  },
  sensitive: {
    title: msg('Sensitive data', { id: 'category.sensitive.title', desc: 'Title of a category; PIPL art. 28' }),
    description: msg('Uses data such as biometrics, health or identity papers.', {
      id: 'category.sensitive.description',
      desc: 'What the data is used for; PIPL art. 28',
    }),
  },
  'cross-border': {
    title: msg('Transfer abroad', { id: 'category.cross-border.title', desc: 'Title of a category; PIPL art. 38' }),
    description: msg('Sends your data to recipients in other countries.', {
      id: 'category.cross-border.description',
      desc: 'What the data is used for; PIPL art. 39',
    }),
  },
});
