import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../runner/find-browsers.js';

/** The Chromium that all tests use, for whole pages. Close it when done. */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, args } = await findChromium();
  // A camera that shows a test picture.
  return chromium.launch({ executablePath, args: [...args, '--use-fake-device-for-media-stream'] });
}
