// What the TypeScript helpers use of webkit-browser.js.
import type { WebKit } from './find-browsers.js';

export interface WebKitBrowser {
  /** A command of WebDriver, by its path behind the session's. */
  command(method: string, path: string, body?: object): Promise<unknown>;
  navigate(url: string): Promise<unknown>;
  /** The value of a script's body in the page. */
  execute(script: string, ...args: unknown[]): Promise<unknown>;
  close(): Promise<void>;
}
export function startWebKitBrowser(programs: WebKit): Promise<WebKitBrowser>;
