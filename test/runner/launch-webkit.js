// WebKitGTK over WebDriver, without an npm package.
//
// The launcher calls itself 'playwright' and its page has Playwright's method names: the test runner's own commands
// (sendKeys, sendMouse, setViewport, emulateMedia) come first, cannot be replaced, and speak only to types they know.
import { findWebKit } from './find-browsers.js';
import { startWebKitBrowser } from './webkit-browser.js';
import { createWebKitPage } from './webkit-page.js';

/** @returns {import('@web/test-runner').BrowserLauncher} */
export function launchWebKit() {
  let starting;
  let browser;
  let page;
  let activeSession;

  async function start() {
    browser = await startWebKitBrowser(findWebKit());
    page = createWebKitPage(browser);
    launcher.name = `WebKit ${browser.version}`;
    await page.reset();
  }

  const launcher = {
    name: 'WebKit',
    type: 'playwright',
    concurrency: 1, // the driver holds one session at a time
    getPage: () => page,
    async startSession(sessionId, url) {
      await (starting ??= start());
      activeSession = sessionId;
      await browser.navigate(url);
    },
    isActive: (sessionId) => activeSession === sessionId,
    getBrowserUrl: () => browser.command('GET', '/url'),
    async stopSession() {
      activeSession = undefined;
      // one browser serves all files, so what a file left behind is cleared here
      await page.reset();
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKit has no debug sessions');
    },
    async stop() {
      await browser?.close();
    },
  };
  return launcher;
}
