/** Each behaviour can be tried again from the beginning, and none disturbs another. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { cookie, eventually, settled } from '../../helpers/page.js';
import { BEHAVIOURS, openBehaviour } from './open-behaviour.js';

/** Pages that ask nobody by themselves. */
const UNASKED = ['gpc', 'just-in-time', 'late', 'location', 'no-config', 'objection', 'opt-out'];

/** Pages on which nothing can be answered or kept. */
const KEPT_NOWHERE = ['late', 'no-config', 'refused-storage'];

/** What these pages are about, some of them. */
const COMPLAINTS =
  /404|MIME type|^Candor(: something in the config needs you|: a script of \w+ did not load|, development mode)/;

/** Whether the banner, the question for the age, or the page's own dialog asks. */
const isAsking = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      !!document.querySelector('candor-banner')?.open ||
      !!document.querySelector('candor-age')?.open ||
      !!document.querySelector('dialog[open]'),
  );

for (const name of BEHAVIOURS) {
  test(`${name} starts over as if nobody had been here`, async (t) => {
    const { page, origin } = await openBehaviour(t, name, { expected: COMPLAINTS });
    await page.context().addCookies([{ name: 'candor-neighbour', value: 'v=1', url: origin }]);
    await settled(page);
    if (!UNASKED.includes(name)) await eventually(() => isAsking(page));
    await page.evaluate(() => {
      document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
      if (window.candor?.config.audience?.ask) window.candor.setSubject({ age: 40 });
      if (Object.keys(window.candor?.choices ?? {}).length) window.candor?.acceptAll();
    });
    if (!UNASKED.includes(name)) await eventually(async () => !(await isAsking(page)));
    if (!KEPT_NOWHERE.includes(name)) {
      await eventually(async () => (await cookie(page, `candor-${name}`)) !== undefined);
    }

    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Start over' }).click();
    await loaded;
    await eventually(async () => (await cookie(page, `candor-${name}`)) === undefined);
    await settled(page);
    if (!UNASKED.includes(name)) await eventually(() => isAsking(page));
    assert.deepEqual(
      (await page.context().cookies()).map((each) => each.name),
      ['candor-neighbour'],
    );
  });
}
