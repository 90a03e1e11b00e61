import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../runner/find-browsers.js';

/**
 * The Chromium that all tests use, for whole pages. Close it when done.
 *
 * @param fontSize What its settings have as the size of text, in CSS pixels.
 */
export async function launchChromium(fontSize = 16): Promise<Browser> {
  const { executablePath, args } = await findChromium();
  // A camera that shows a test picture.
  const own = ['--use-fake-device-for-media-stream', `--blink-settings=defaultFontSize=${fontSize}`];
  return chromium.launch({ executablePath, args: [...args, ...own] });
}
