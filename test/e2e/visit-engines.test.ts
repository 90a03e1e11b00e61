/** The page with everything, in Firefox and WebKit: nothing before the yes, everything after it, nothing after the no. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { before, describe, test, type TestContext } from 'node:test';
import { startDemoServer } from '../../demo/server.js';
import type { CollectedRequest } from '../../demo/server/collector.js';
import { buildDemo } from '../helpers/demo.js';
import { otherEngines, type EnginePage } from '../helpers/engines.js';
import { actionOf, isShown, one } from '../helpers/find.js';
import { countNatives, type Natives } from '../helpers/natives.js';
import { eventually, isRecords } from '../helpers/page.js';
import { AMPLITUDE, TRACKERS } from '../helpers/trackers.js';
import { serveWithScript } from '../helpers/with-script.js';

before(buildDemo);

const SDKS = [...TRACKERS, AMPLITUDE];

interface Visit extends EnginePage {
  readonly origin: string;
  readonly log: () => Promise<CollectedRequest[]>;
  /** Waits until an expression holds in the page. */
  readonly holds: (expression: string) => Promise<void>;
  readonly natives: () => Promise<Natives>;
}

async function openVisit(t: TestContext, open: () => Promise<EnginePage>): Promise<Visit> {
  const server = await startDemoServer({ port: 0, dist: resolve('dist') });
  const front = await serveWithScript(server.origin, countNatives());
  const page = await open();
  t.after(async () => {
    await page.close();
    await front.close();
    await server.close();
  });
  await page.goto(`${front.origin}/visit/`);
  return {
    ...page,
    origin: front.origin,
    log: async () => (await (await fetch(`${front.origin}/collect-log.json`)).json()) as CollectedRequest[],
    holds: (expression) => eventually(() => page.evaluate<boolean>(`!!(${expression})`), expression),
    natives: () => page.evaluate<Natives>('window.natives'),
  };
}

async function answer({ click, holds }: Visit, name: 'accept-all' | 'reject-all'): Promise<void> {
  await click(actionOf('candor-banner', name));
  await holds(`!${isShown('candor-banner')}`);
}

async function withdraw({ click, holds }: Visit): Promise<void> {
  await click(one('footer [data-candor=preferences]'));
  await click(actionOf('candor-preferences', 'withdraw'));
  await holds(`!${isShown('candor-preferences')}`);
}

/** Does what visitors do and services measure. */
async function useThePage({ click, evaluate, holds }: Visit): Promise<void> {
  await click(one('h1'));
  await evaluate(`scrollTo(0, document.documentElement.scrollHeight)`);
  await evaluate(`history.pushState(null, '', '#elsewhere'); dispatchEvent(new Event('resize')); 0`);
  await holds(`document.readyState === 'complete'`);
  await evaluate(`new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))`);
  await evaluate(`fetch(location.href, { method: 'HEAD' }).then(() => 0)`);
}

async function kept({ cookies, evaluate }: Visit): Promise<string[]> {
  const inPage = await evaluate<
    string[]
  >(`Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])
    .then(([databases, stores, workers]) => [
      ...Object.keys(localStorage).map((key) => 'localStorage ' + key),
      ...Object.keys(sessionStorage).map((key) => 'sessionStorage ' + key),
      ...databases.map(({ name }) => 'database ' + name),
      ...stores.map((name) => 'cache ' + name),
      ...workers.map(({ scope }) => 'worker ' + new URL(scope).pathname),
    ])`);
  return [...(await cookies()).map((name) => `cookie ${name}`), ...inPage].filter((name) => !isRecords(name));
}

async function everythingActs({ log, holds }: Visit): Promise<void> {
  const events = [
    ...SDKS,
    { service: 'lumen-video', event: 'film loaded' },
    { service: 'lumen-share', event: 'share widget loaded' },
  ];
  for (const { service, event } of events) {
    await eventually(
      async () => (await log()).some((request) => request.service === service && request.events.includes(event)),
      `${service} reports ${event}`,
    );
  }
  await holds(one('#visit-map img.leaflet-tile-loaded'));
}

const NOTHING: Natives = { positions: 0, subscriptions: 0, questions: 0 };

for (const { name, skip, open } of otherEngines) {
  describe(`the page for visitors of data centres, in ${name}`, { skip }, () => {
    test('lets nothing out before the yes', async (t) => {
      const visit = await openVisit(t, open);
      await visit.holds(isShown('candor-banner'));
      await useThePage(visit);
      assert.deepEqual(await visit.log(), []);
      assert.deepEqual(await kept(visit), []);
      assert.deepEqual(await visit.natives(), NOTHING);
      assert.equal(await visit.evaluate(`document.querySelectorAll('#visit-map, main iframe').length`), 0);
    });

    test('keeps the browser’s own questions unasked before the yes', async (t) => {
      const visit = await openVisit(t, open);
      await answer(visit, 'reject-all');
      await visit.click(one('#push-opt-in:enabled, #push-result'));
      await visit.holds(`/your browser was not asked|has no push messages/.test(${one('#push-result')}.textContent)`);
      await visit.click(one('#find-site'));
      await visit.click(actionOf('candor-request', 'deny'));
      await visit.holds(`/^Location stays off/.test(${one('#site-result')}.textContent)`);
      assert.deepEqual(await visit.natives(), NOTHING);
      assert.deepEqual(await visit.log(), []);
      assert.deepEqual(await kept(visit), ['cookie candor']);
    });

    test('starts everything after the yes, and is silent after the no', async (t) => {
      const visit = await openVisit(t, open);
      const { log, holds, click, origin, goto } = visit;
      await answer(visit, 'accept-all');
      await everythingActs(visit);
      await click(one('#find-site'));
      await holds(`/^Frankfurt is nearest/.test(${one('#site-result')}.textContent)`);
      const hasPush = await visit.evaluate<boolean>(`'PushManager' in window`);
      if (hasPush) {
        await click(one('#push-opt-in'));
        await holds(`/^On in this browser/.test(${one('#push-result')}.textContent)`);
      } else {
        t.diagnostic(`${name} has no PushManager`);
      }
      assert.deepEqual(await visit.natives(), { positions: 1, subscriptions: hasPush ? 1 : 0, questions: 0 });
      const left = await kept(visit);
      for (const { leaves } of SDKS)
        assert.ok(
          left.some((each) => leaves.test(each)),
          `${leaves}: ${left.join()}`,
        );

      // Amplitude cannot be unloaded: its service asks for the page to load again.
      await visit.evaluate('window.isBeforeReload = true');
      await withdraw(visit);
      await holds(`!window.isBeforeReload && document.readyState === 'complete'`);
      await holds(`!${one('#visit-map')} && !${one('main iframe')} && !${one('[data-lumen-share]')}`);
      await useThePage(visit);
      const { length } = await log();
      await useThePage(visit);
      assert.deepEqual((await log()).slice(length), []);
      await goto(`${origin}/visit/`);
      await useThePage(visit);
      await goto(`${origin}/stories/`);
      await useThePage(visit);
      assert.deepEqual((await log()).slice(length), []);
      await eventually(async () => {
        assert.deepEqual(await kept(visit), ['cookie candor']);
        return true;
      }, 'nothing is kept but the answer');
    });
  });
}
