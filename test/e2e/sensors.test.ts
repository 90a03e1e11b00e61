import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { action, openSite, request, shown } from '../helpers/page.js';

const CONFIG = {
  categories: [{ id: 'necessary' }, { id: 'scan', title: 'Scan a code', guards: ['camera', 'motion'], ask: true }],
};
const TAG = '<script src="/candor/candor-block.js"></script><script src="/candor/candor.js" data-manual></script>';
const ASK = `navigator.mediaDevices.getUserMedia({ video: true }).then((stream) => (window.stream = stream).getTracks().length, (error) => error.name)`;

describe('with candor-block.js the camera', () => {
  test('asks at the moment of need, runs after the yes, and stops with it', async (t) => {
    const { page } = await openSite(t, { config: CONFIG, tag: TAG, visitor: { permissions: ['camera'] } });
    const refused = page.evaluate(ASK);
    await shown(request(page));
    await action(request(page), 'deny').click();
    assert.equal(await refused, 'NotAllowedError');

    const allowed = page.evaluate(ASK);
    await action(request(page), 'allow').click();
    assert.equal(await allowed, 1);
    await page.evaluate('candor.withdraw()');
    assert.equal(await page.evaluate('stream.getTracks()[0].readyState'), 'ended');
  });

  test('is open again when Candor leaves the page', async (t) => {
    const { page } = await openSite(t, { config: CONFIG, tag: TAG, visitor: { permissions: ['camera'] } });
    await page.evaluate('candor.destroy()');
    assert.equal(await page.evaluate(ASK), 1);
  });
});
