// Chromium over the DevTools protocol.
import { findChromium } from './find-browsers.js';
import { FreshPageLauncher } from './fresh-page-launcher.js';

export async function launchChromium() {
  const { executablePath, headless, args } = await findChromium();
  return new FreshPageLauncher({ concurrency: 2, launchOptions: { executablePath, headless, args } });
}
