// A Chrome launcher that gives every test file a page and a browser context of its own. The stock one lets files that
// run side by side share one cookie jar, and hands a used page, with its cookies and media settings, to the next file.
import { ChromeLauncher } from '@web/test-runner-chrome';

export class FreshPageLauncher extends ChromeLauncher {
  /**
   * @param {object} options
   * @param {import('puppeteer-core').LaunchOptions} options.launchOptions
   * @param {number} options.concurrency test files at a time
   * @param {typeof import('puppeteer-core').default} [options.puppeteer]
   * @param {(page: import('puppeteer-core').Page, browser: import('puppeteer-core').Browser) => void} [options.preparePage]
   */
  constructor({ launchOptions, concurrency, puppeteer, preparePage = () => {} }) {
    const createContext = ({ browser }) => browser.defaultBrowserContext();
    const createPage = async ({ browser }) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      preparePage(page, browser);
      return page;
    };
    super(launchOptions, createContext, createPage, puppeteer, concurrency);
  }

  async stopSession(sessionId) {
    const page = this.activePages.get(sessionId);
    const result = await page.stopSession();
    this.activePages.delete(sessionId);
    // closed instead of kept for the next file
    await page.puppeteerPage.browserContext().close();
    return result;
  }
}
