// Stock Firefox over WebDriver BiDi, through puppeteer-core: no geckodriver, no patched build.
import puppeteer from 'puppeteer-core';
import { findFirefox } from './find-browsers.js';
import { FreshPageLauncher } from './fresh-page-launcher.js';

const COLOR_SCHEMES = { dark: 0, light: 1 };
const FOLLOW_SYSTEM = 2;

/** Firefox preferences behind the two media features that tests emulate. */
const PREFERENCES = {
  'prefers-color-scheme': (value) => [
    'layout.css.prefers-color-scheme.content-override',
    COLOR_SCHEMES[value] ?? FOLLOW_SYSTEM,
  ],
  'prefers-reduced-motion': (value) => ['ui.prefersReducedMotion', value === 'reduce' ? 1 : 0],
};

const NO_EMULATION = [
  { name: 'prefers-color-scheme', value: 'light' },
  { name: 'prefers-reduced-motion', value: 'no-preference' },
];

const STYLE_UPDATE_MS = 50;

export function launchFirefox() {
  const launcher = new FreshPageLauncher({
    puppeteer,
    concurrency: 1, // the preferences are the whole browser's: two files would switch each other's colours
    launchOptions: {
      browser: 'firefox',
      executablePath: findFirefox(),
      headless: true,
      args: ['--remote-allow-system-access'], // setPreferences runs in the browser's own scope
    },
    // puppeteer's page has no emulateMediaFeatures over BiDi
    preparePage(page, browser) {
      page.emulateMediaFeatures = (features) => setPreferences(browser, features);
    },
  });
  const startSession = launcher.startSession.bind(launcher);
  launcher.startSession = async (sessionId, url) => {
    const { browser } = await launcher.getOrStartBrowser();
    await setPreferences(browser, NO_EMULATION);
    await startSession(sessionId, url);
  };
  return launcher;
}

async function setPreferences(browser, features) {
  const tree = await browser.connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [browserWindow] = tree.result.contexts;
  const expression = features
    .map(({ name, value }) => PREFERENCES[name](value))
    .map(([preference, number]) => `Services.prefs.setIntPref(${JSON.stringify(preference)}, ${number});`)
    .join('');
  const { result } = await browser.connection.send('script.evaluate', {
    expression,
    target: { context: browserWindow.context },
    awaitPromise: false,
  });
  if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
  // pages hear of a changed preference asynchronously
  await new Promise((resolve) => setTimeout(resolve, STYLE_UPDATE_MS));
}
