/** The development mode on the demo, as who runs `npm start` meets it: nothing that is wrong goes by, nothing that is right is told. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { startDemoServer, type DemoServer } from '../../demo/server.js';
import { buildDemo } from '../helpers/demo.js';
import { answerForOthers, Console } from '../helpers/developing.js';
import { eventually, openVisitor } from '../helpers/page.js';

const PAGES = ['/', '/pricing/', '/stories/', '/alerts/', '/console/', '/app/', '/privacy/', '/try/', '/gallery/'];

/** Names that the demo's trackers and pages leave, which its config may not declare. */
const LEFT = /^- (cookie|localStorage|sessionStorage) = "(ph_|__ph_|mp_|sa_?jssdk_2015_|northlark-|try-draft)/;

let server: DemoServer;
before(async () => {
  buildDemo();
  server = await startDemoServer({ port: 0, dist: resolve('dist') });
});
after(() => server.close());

for (const path of [...PAGES, '/zh/', '/zh/stories/', '/zh/app/']) {
  test(`${path} gives no cause, before the answer, after yes and after no`, async (t) => {
    const context = await openVisitor();
    t.after(() => context.close());
    await answerForOthers(context);
    const page = await context.newPage();
    const heard = new Console(page, []);
    const looked = async (): Promise<string[]> => (await heard.looked()).filter((line) => !LEFT.test(line));

    await page.goto(server.origin.replace('127.0.0.1', 'localhost') + path);
    assert.deepEqual(await looked(), []);
    await page.evaluate(() => window.candor!.acceptAll());
    assert.deepEqual(await looked(), []);
    await page.reload();
    assert.deepEqual(await looked(), []);
    await page.evaluate(() => window.candor!.withdraw());
    assert.deepEqual(await looked(), []);
  });
}

for (const host of ['127.0.0.1', 'localhost']) {
  test(`the comparison counts at ${host} what a visitor loads`, async (t) => {
    const context = await openVisitor({ viewport: { width: 1440, height: 1000 } });
    t.after(() => context.close());
    const page = await context.newPage();
    await page.goto(`${server.origin.replace('127.0.0.1', host)}/compare/`);
    const requests = page.locator('[data-fact=requests] [data-of=candor] .value');
    await requests.and(page.locator('[data-measured]')).waitFor();
    const develop = (): Promise<boolean> =>
      page
        .frameLocator('[data-library=candor]')
        .locator('html')
        .evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/develop-')));
    if (host === 'localhost') await eventually(develop);
    assert.equal(await requests.innerText(), '2');
  });
}
