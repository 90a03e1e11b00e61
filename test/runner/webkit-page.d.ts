// What the TypeScript helpers use of webkit-page.js.
import type { WebKitBrowser } from './webkit-browser.js';

export interface WebKitPage {
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  keyboard: { press(chord: string): Promise<void> };
  mouse: { click(x: number, y: number): Promise<void> };
}
export function createWebKitPage(browser: WebKitBrowser): WebKitPage;
