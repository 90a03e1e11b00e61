import type { Msg } from '../i18n/msg.js';

export interface CategoryText {
  readonly title: string;
  readonly description: string;
}

/**
 * Titles and sentences of the built-in categories, and of the services that are built in: degrees of the location, channels of
 * messages. By id; a site's own words win over them, see `wordsFor`.
 */
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
  'public-disclosure': {
    title: msg('Making data public', {
      id: 'category.public-disclosure.title',
      desc: 'Title of a category; PIPL art. 25',
    }),
    description: msg('Shows your data to everybody.', {
      id: 'category.public-disclosure.description',
      desc: 'What the data is used for; PIPL art. 25',
    }),
  },
  'service-messages': {
    title: msg('Service messages', {
      id: 'category.service-messages.title',
      desc: 'Title of a category that is always on',
    }),
    description: msg('Messages about your contract, security and outages always come.', {
      id: 'category.service-messages.description',
      desc: 'Stands beside the channels of marketing messages',
    }),
  },
  approximate: {
    title: msg('Approximate location', {
      id: 'service.approximate.title',
      desc: 'Name of a service in “Your location”',
    }),
    description: msg('Your city or region, by IP address.', {
      id: 'service.approximate.description',
      desc: 'What it tells',
    }),
  },
  precise: {
    title: msg('Precise location', {
      id: 'service.precise.title',
      desc: 'Name of a service in “Your location”; PIPL art. 28',
    }),
    description: msg('Where you are to within metres, by GPS, Wi-Fi and sensors.', {
      id: 'service.precise.description',
      desc: 'What it tells',
    }),
  },
  'browser-push': {
    title: msg('Notifications in this browser', { id: 'service.browser-push.title', desc: 'Name of a channel' }),
    description: msg('Offers and news as notifications on this device.', {
      id: 'service.browser-push.description',
      desc: 'What the channel brings',
    }),
  },
  email: {
    title: msg('E-mail', { id: 'service.email.title', desc: 'Name of a channel' }),
    description: msg('Offers and news by e-mail.', {
      id: 'service.email.description',
      desc: 'What the channel brings',
    }),
  },
  sms: {
    title: msg('Text message', { id: 'service.sms.title', desc: 'Name of a channel' }),
    description: msg('Offers and news by text message.', {
      id: 'service.sms.description',
      desc: 'What the channel brings',
    }),
  },
  phone: {
    title: msg('Phone call', { id: 'service.phone.title', desc: 'Name of a channel' }),
    description: msg('Offers and news by phone.', { id: 'service.phone.description', desc: 'What the channel brings' }),
  },
  'in-app': {
    title: msg('Messages in your account', { id: 'service.in-app.title', desc: 'Name of a channel' }),
    description: msg('Offers and news while you are signed in.', {
      id: 'service.in-app.description',
      desc: 'What the channel brings',
    }),
  },
  personalised: {
    title: msg('Personalised offers', {
      id: 'service.personalised.title',
      desc: 'Stands beneath the name of a channel',
    }),
    description: msg('Fits the messages to your interests. Switched off, what is known of them is deleted.', {
      id: 'service.personalised.description',
      desc: 'What a service with `personalises` does; China: regulation on network data art. 42',
    }),
  },
});
