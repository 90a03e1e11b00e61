/** Words and looks: each page does what its “Try” and “Watch” say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { action, banner, eventually, gone, holds, panel, reopen, settled, shown } from '../../helpers/page.js';
import { isAccessible } from './accessible.js';
import { answer, answersAre, live, openBehaviour, says, textsOf } from './open-behaviour.js';

test('the banner speaks the page’s language, switches at once and has the page’s own words', async (t) => {
  for (const [language, title, other, otherTitle] of [
    ['en', 'A word before you start', '简体中文', '开始之前，请您选择'],
    ['zh', '开始之前，请您选择', 'English', 'A word before you start'],
  ] as const) {
    const { page } = await openBehaviour(t, 'languages', { language });
    const heading = banner(page).locator('h2');
    await says(heading, title);
    await banner(page).locator('[part=language]').click();
    await says(heading, otherTitle);
    await live(page)
      .getByRole('button', { name: language === 'en' ? 'English' : '简体中文' })
      .click();
    await says(heading, title);
    await live(page).getByRole('button', { name: other }).click();
    await action(banner(page), 'preferences').click();
    await panel(page)
      .getByRole('heading', { name: language === 'en' ? '调研' : 'Research', exact: true })
      .waitFor();
    assert.equal((await page.context().cookies()).length, 0);
  }
});

test('layouts and positions follow the choice at once', async (t) => {
  const { page } = await openBehaviour(t, 'layouts');
  const layout = page.getByLabel('Layout');
  const position = page.getByLabel('Position');
  const box = async (): Promise<{ x: number; y: number; width: number; height: number }> =>
    (await banner(page).locator('.surface').boundingBox())!;
  await shown(action(banner(page), 'accept-all'));
  const { width: windowWidth, height: windowHeight } = page.viewportSize()!;

  await position.selectOption('top-end');
  await eventually(async () => (await box()).y < 100 && (await box()).x > windowWidth / 2);
  await layout.selectOption('bar');
  await position.selectOption('');
  await eventually(async () => (await box()).width >= windowWidth - 1);
  const bar = await box();
  assert.ok(Math.abs(bar.y + bar.height - windowHeight) < 2, 'the bar stands at the bottom');
  await layout.selectOption('dialog');
  await shown(banner(page).locator('dialog'));
  const isReachable = (): Promise<boolean> =>
    layout.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
  assert.equal(await isReachable(), false, 'the dialog waits for an answer');

  for (const name of ['reject-all', 'accept-all']) await shown(action(banner(page), name));
  const [reject, accept] = await Promise.all(
    ['reject-all', 'accept-all'].map((name) => action(banner(page), name).boundingBox()),
  );
  assert.deepEqual([reject!.width, reject!.height], [accept!.width, accept!.height]);
  await answer(page, 'reject-all');
  await eventually(isReachable);
});

test('the page’s look is in force in light and dark, and the same for both answers', async (t) => {
  const { page } = await openBehaviour(t, 'look');
  const styleOf = (name: string): Promise<string[]> =>
    action(banner(page), name).evaluate((button) => {
      const { backgroundColor, color, letterSpacing, borderRadius, fontSize } = getComputedStyle(button);
      return [backgroundColor, color, letterSpacing, borderRadius, fontSize];
    });
  await shown(action(banner(page), 'accept-all'));
  for (const [colorScheme, accent] of [
    ['light', 'rgb(122, 35, 80)'],
    ['dark', 'rgb(242, 167, 203)'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    const accept = await styleOf('accept-all');
    assert.equal(accept[0], accent);
    assert.deepEqual(await styleOf('reject-all'), accept);
  }
  const family = (): Promise<string> =>
    banner(page)
      .locator('h2')
      .evaluate((title) => getComputedStyle(title).fontFamily);
  assert.match(await family(), /Georgia/);
  await page.getByLabel('Use this page’s look').uncheck();
  assert.doesNotMatch(await family(), /Georgia/);
  assert.deepEqual(await styleOf('reject-all'), await styleOf('accept-all'));
});

test('the page’s skin is words, buttons and looks of its own, and Candor’s behaviour', async (t) => {
  for (const [language, colorScheme] of [
    ['en', 'light'],
    ['zh', 'dark'],
  ] as const) {
    const { page } = await openBehaviour(t, 'skin', { language, colorScheme });
    const texts = textsOf('skin', language);
    const own = (name: string): Locator => page.locator(`candor-banner [data-candor=${name}]`);
    await shown(own('accept-all'));
    await shown(page.getByRole('region', { name: texts['heading']!, exact: true }));
    assert.equal(await action(banner(page), 'accept-all').isVisible(), false);
    assert.equal(await page.locator('candor-banner > p').innerText(), texts['note']);

    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 640 });
      const [reject, accept, choose] = await Promise.all(
        ['reject-all', 'accept-all', 'preferences'].map((name) =>
          own(name).evaluate((button) => {
            const { backgroundColor, color, fontSize, fontWeight, fontFamily } = getComputedStyle(button);
            const { width, height, left } = button.getBoundingClientRect();
            return { backgroundColor, color, fontSize, fontWeight, fontFamily, width, height, left };
          }),
        ),
      );
      assert.match(accept!.fontFamily, /monospace/);
      assert.deepEqual(reject, accept);
      assert.deepEqual(choose, accept);
      assert.ok(accept!.height >= 44 && accept!.left >= 0 && accept!.left + accept!.width <= width, `${width} px`);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
    await isAccessible(page);
    await page.emulateMedia({ colorScheme });

    await own('preferences').click();
    const dialog = page.getByRole('dialog', { name: texts['panel']!, exact: true });
    await shown(dialog);
    await isAccessible(page);
    await panel(page).locator('[data-consent-category=analytics]').click();
    await action(panel(page), 'save').click();
    await gone(banner(page));
    await holds(page, `candor.granted('analytics') && !candor.granted('social') && !candor.pending.length`);
  }
});

test('the skin refuses at one click, and gives way to Candor’s words in another language', async (t) => {
  const { page } = await openBehaviour(t, 'skin');
  const title = page.locator('candor-banner > [slot]').first();
  await shown(title);
  await page.evaluate(`candor.setLocale('ar')`);
  await shown(action(banner(page), 'reject-all'));
  assert.equal(await title.isVisible(), false);
  await holds(page, `document.querySelector('candor-banner').dir === 'rtl'`);
  await page.evaluate(`candor.setLocale('en')`);
  await page.locator('candor-banner [data-candor=reject-all]').click();
  await answersAre(page, { analytics: 'no', social: 'no' });
  await gone(banner(page));
  await page.reload();
  await settled(page);
  assert.equal(await page.locator('candor-banner > p').isVisible(), false, 'what was answered is not seen again');
  await page.locator('footer [data-candor=preferences]').click();
  await shown(page.getByRole('dialog', { name: textsOf('skin', 'en')['panel']!, exact: true }));
});

test('the page’s own dialog asks, and Candor’s interface never shows', async (t) => {
  const { page } = await openBehaviour(t, 'own-interface');
  const dialog = page.getByRole('dialog', { name: 'May we?' });
  await shown(dialog);
  assert.deepEqual(
    await dialog.getByRole('checkbox').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked)),
    [false, false],
  );
  await dialog.getByLabel('Measure visits').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await answersAre(page, { analytics: 'yes', social: 'no' });
  await page.reload();
  await settled(page);
  assert.equal(await dialog.isVisible(), false);

  await page.locator('footer [data-candor=preferences]').click();
  await shown(dialog);
  assert.equal(await dialog.getByLabel('Measure visits').isChecked(), true);
  await page.keyboard.press('Escape');
  await gone(dialog);
  await answersAre(page, { analytics: 'yes', social: 'no' });
  assert.equal(await page.locator('candor-banner, candor-preferences').count(), 0);
});

test('the floating button comes where the config says, and only there', async (t) => {
  const { page } = await openBehaviour(t, 'reopen');
  const choose = async (value: string): Promise<void> => {
    await live(page).getByRole('link', { name: value, exact: true }).click();
    await holds(page, `candor.config.layout.reopen === '${value}'`);
    await settled(page);
  };
  const corner = async (on: Page): Promise<[isRight: boolean, isLow: boolean]> => {
    await shown(reopen(on).locator('button'));
    const { x, y } = (await reopen(on).locator('button').boundingBox())!;
    const { width, height } = on.viewportSize()!;
    return [x > width / 2, y > height / 2];
  };
  await answer(page, 'reject-all');
  await gone(banner(page));
  await choose('auto');
  assert.equal(await reopen(page).count(), 0);
  await choose('bottom-end');
  assert.deepEqual(await corner(page), [true, true]);
  await choose('top-end');
  assert.deepEqual(await corner(page), [true, false]);
  await choose('none');
  assert.equal(await reopen(page).count(), 0);
});
