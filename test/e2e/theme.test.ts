import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { action, banner, chunk, openSite, reopen, settled, shown } from '../helpers/page.js';

const SHOP = { controller: { name: 'Shop' }, categories: [{ id: 'necessary' }, { id: 'analytics' }] };
const CLOUD = { ...SHOP, theme: { look: 'cloud', scheme: 'light' } };

/** Keeps how the banner looked the moment it was there. */
const NOTE_FIRST_LOOK = `document.addEventListener('candor-show', () => {
  const answer = document.querySelector('candor-banner').shadowRoot.querySelector('[part=accept-all]');
  window.firstLook = getComputedStyle(answer).backgroundColor;
})`;

const COLOUR_OF_CLOUD = 'rgb(11, 86, 163)';

describe('a config that says how Candor looks', () => {
  test('has the banner stand dressed from the first moment', async (t) => {
    const { page, parts } = await openSite(t, { config: CLOUD, init: NOTE_FIRST_LOOK });
    await shown(banner(page));
    await settled(page);
    assert.equal(await page.evaluate('firstLook'), COLOUR_OF_CLOUD);
    assert.equal(parts().filter((part) => part === 'theme').length, 1);
  });

  test('has what dresses it fetched without waiting for the banner’s file', async (t) => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { page, parts } = await openSite(t, {
      config: CLOUD,
      waitUntil: 'commit',
      pages: {
        [`/candor/${chunk('banner')}`]: async () => {
          await held;
          return { status: 503 };
        },
      },
      expected: /503|could not load/,
    });
    for (;;) {
      if (parts().includes('theme')) break;
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    release();
  });

  test('has the banner stand undressed where what dresses it cannot be had', async (t) => {
    const { page } = await openSite(t, {
      config: CLOUD,
      pages: { [`/candor/${chunk('theme')}`]: () => ({ status: 503 }) },
      expected: /503/,
    });
    await shown(action(banner(page), 'accept-all'));
    await action(banner(page), 'reject-all').click();
    await banner(page).waitFor({ state: 'hidden' });
  });

  test('has the floating button dressed, too', async (t) => {
    const { page } = await openSite(t, { config: { ...CLOUD, theme: { look: 'public', scheme: 'dark' } } });
    await action(banner(page), 'reject-all').click();
    await shown(reopen(page));
    const style = await reopen(page)
      .locator('button')
      .evaluate((button) => {
        const { backgroundColor, borderRadius } = getComputedStyle(button);
        return [backgroundColor, borderRadius];
      });
    assert.deepEqual(style, ['rgb(21, 27, 25)', '0px']);
  });

  test('tells a developer what it corrected, once, and a visitor nothing', async (t) => {
    const theme = { accent: '#ffe600', scheme: 'light' };
    const { page, complaints } = await openSite(t, {
      config: { ...SHOP, theme },
      tag: '<script src="/candor/candor.js" data-debug></script>',
      expected: /theme\.accent/,
    });
    const said = page.waitForEvent('console', { predicate: (message) => message.text().includes('theme.accent') });
    await shown(banner(page));
    assert.match((await said).text(), /"#ffe600": in the light scheme it reaches less than 3:1 .* #[\da-f]{6} is used/);
    complaints();
    const visit = await openSite(t, { config: { ...SHOP, theme } });
    await shown(banner(visit.page));
    await settled(visit.page);
  });
});

describe('a config that says nothing of it', () => {
  test('downloads nothing for it, then or later', async (t) => {
    const { page, parts } = await openSite(t, { config: { ...SHOP, layout: { banner: 'bar' } } });
    await action(banner(page), 'preferences').click();
    await shown(action(page.locator('candor-preferences'), 'save'));
    await action(page.locator('candor-preferences'), 'save').click();
    await shown(reopen(page));
    await settled(page);
    assert.ok(!parts().includes('theme'));
  });
});
