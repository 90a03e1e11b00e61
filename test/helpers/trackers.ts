/** The vendors' own SDKs, and how each is known. */
import type { Page } from 'playwright-core';
import { kept } from './page.js';

export const POSTHOG = {
  service: 'posthog',
  name: 'PostHog',
  event: '$pageview',
  global: 'posthog',
  leaves: /^(cookie|localStorage) ph_/,
} as const;
export const MIXPANEL = {
  service: 'mixpanel',
  name: 'Mixpanel',
  event: '$mp_web_page_view',
  global: 'mixpanel',
  leaves: /^cookie mp_/,
} as const;
export const SENSORS = {
  service: 'sensors',
  name: 'Sensors Data',
  event: '$pageview',
  global: 'sensorsDataAnalytic201505',
  leaves: /^cookie sa_jssdk_2015_/,
} as const;

/** Only on the page for visitors of data centres. */
export const AMPLITUDE = {
  service: 'amplitude',
  name: 'Amplitude',
  event: '[Amplitude] Page Viewed',
  global: 'amplitude',
  leaves: /^cookie AMP_/,
} as const;

/** On every page that measures. */
export const TRACKERS = [POSTHOG, MIXPANEL, SENSORS];

/** Everything the browser keeps for the page, databases included. */
export const keptWithDatabases = async (page: Page): Promise<string[]> => [
  ...(await kept(page)),
  ...(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => `database ${name}`))),
];
