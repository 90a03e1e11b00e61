/** Every language that there is, and one that is longer than any, in the surfaces that most people meet. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { targetLocales } from '../../src/generated/locale-codes.js';
import { pseudoTexts } from '../helpers/pseudo-locale.js';
import { action, banner, eventually, openSite, panel, shown } from '../helpers/page.js';

type Words = Readonly<Record<string, string>>;

const wordsOf = async (locale: string): Promise<Words> => {
  const url = new URL(`../../src/generated/lit-localize/${locale}.ts`, import.meta.url);
  return ((await import(url.href)) as { templates: Words }).templates;
};

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];
const NARROW = { viewport: { width: 320, height: 640 } };
const CONFIG = {
  controller: {
    name: 'Candor Shop',
    privacyPolicy: '/privacy',
    contact: 'mailto:privacy@shop.example',
    storageLocation: 'DE',
  },
  categories: [
    { id: 'necessary' },
    { id: 'functional' },
    {
      id: 'analytics',
      services: [{ id: 'posthog', name: 'PostHog', country: 'US', role: 'processor', retention: 'P1Y6M' }],
    },
    { id: 'advertising' },
    { id: 'social' },
    { id: 'location' },
    { id: 'push' },
    { id: 'sharing' },
  ],
};

/** What does not fit into the box it stands in, or lies beyond the edges of the window. */
const clipped = (surface: Locator): Promise<string[]> =>
  surface.evaluate((host) => {
    return [
      ...host.shadowRoot!.querySelectorAll<HTMLElement>('h2, h3, h4, p, button, a, summary, li, label, [role=switch]'),
    ]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const isInline = getComputedStyle(element).display === 'inline';
        return left < -1 || right > innerWidth + 1 || (!isInline && element.scrollWidth > element.clientWidth + 1);
      })
      .map((element) => element.textContent.trim());
  });

const sizes = (page: Page): Promise<{ width: number; height: number }[]> =>
  Promise.all(
    (['reject-all', 'accept-all'] as const).map(async (name) => {
      const { width, height } = (await action(banner(page), name).boundingBox())!;
      return { width: Math.round(width), height: Math.round(height) };
    }),
  );

/** Speaks another language, and waits until the surface has painted its words. */
async function speak(page: Page, surface: Locator, locale: string, saying: string): Promise<void> {
  await page.evaluate((tag) => window.candor!.setLocale(tag), locale);
  await eventually(async () => (await surface.getAttribute('lang')) === locale, `it speaks ${locale}`);
  await surface.getByRole('button', { name: saying, exact: true }).waitFor();
  await page.evaluate(() => new Promise(requestAnimationFrame));
}

describe('the surfaces at 320 px', () => {
  test('speak every language whole, in its direction, with two equal answers', async (t) => {
    const { page } = await openSite(t, { config: CONFIG, lang: 'en', visitor: NARROW });
    await shown(banner(page));
    const outside: string[] = [];
    for (const locale of targetLocales) {
      const words = await wordsOf(locale);
      await speak(page, banner(page), locale, words['banner.accept-all']!);
      assert.equal(await banner(page).getAttribute('dir'), RIGHT_TO_LEFT.includes(locale) ? 'rtl' : 'ltr', locale);
      const [reject, accept] = await sizes(page);
      assert.deepEqual(reject, accept, locale);
      outside.push(...(await clipped(banner(page))).map((text) => `${locale}: ${text}`));
      const text = await banner(page).innerText();
      assert.doesNotMatch(text, /[{}]/, locale);
    }
    assert.deepEqual(outside, []);
  });

  test('speak every language in the panel, too', async (t) => {
    const { page } = await openSite(t, { config: CONFIG, lang: 'en', visitor: NARROW });
    await shown(banner(page));
    await action(banner(page), 'preferences').click();
    await shown(panel(page));
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('candor-preferences')!;
      for (const details of shadowRoot!.querySelectorAll('details')) details.open = true;
    });
    const sentences = (await panel(page).innerText())
      .split('\n')
      .filter((line) => /[a-z]{3} [a-z]{3}/i.test(line) && line !== CONFIG.controller.name);
    const outside: string[] = [];
    for (const locale of targetLocales) {
      const words = await wordsOf(locale);
      await speak(page, panel(page), locale, words['preferences.save']!);
      outside.push(...(await clipped(panel(page))).map((text) => `${locale}: ${text}`));
      const lines = (await panel(page).innerText()).split('\n');
      assert.deepEqual(
        lines.filter((line) => sentences.includes(line)),
        [],
        `${locale} has English left`,
      );
      assert.doesNotMatch(lines.join('\n'), /[{}]/, locale);
    }
    assert.deepEqual(outside, []);
  });

  test('hold a language that is half as long again, every word of which comes from its texts', async (t) => {
    const { page } = await openSite(t, { config: { ...CONFIG, texts: pseudoTexts() }, lang: 'en', visitor: NARROW });
    await shown(banner(page));
    const [reject, accept] = await sizes(page);
    assert.deepEqual(reject, accept);
    assert.deepEqual(await clipped(banner(page)), []);
    await action(banner(page), 'preferences').click();
    await shown(panel(page));
    assert.deepEqual(await clipped(panel(page)), []);
    const plain = (await panel(page).innerText()).split('\n').filter((line) => line.trim() && !line.includes('⟦'));
    const own = [...Object.values(CONFIG.controller), 'PostHog'];
    assert.deepEqual(
      plain.filter((line) => !own.includes(line)),
      [],
    );
  });
});
