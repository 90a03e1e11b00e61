/**
 * Measures what `candor-block.js` costs a page that makes 1,000 requests of each sort, none of which a rule names: the page
 * alone and with 100 rules, side by side in one run.
 *
 *     npm run bench:block   writes the measurement into the README
 */
import type { Browser } from 'playwright-core';
import { launchChromium } from '../helpers/chromium.js';
import { serveSite } from '../helpers/site.js';
import { median } from './median.js';
import { writeTable } from './write-table.js';

const ROUNDS = 7;

/** Each makes one request; what stays open is closed at once. */
const SORTS: Readonly<Record<string, string>> = {
  '`script` added': "const e = document.createElement('script'); e.src = '/empty.js?' + i; box.append(e)",
  '`iframe` added': "const e = document.createElement('iframe'); e.src = '/empty.html?' + i; box.append(e); e.remove()",
  '`new Image()`': "new Image().src = '/empty.svg?' + i",
  '`innerHTML` with an image': 'box.innerHTML = \'<p class="a"><img alt="" src="/empty.svg?\' + i + \'"></p>\'',
  '`fetch()`': "waits.push(fetch('/empty.txt?' + i))",
  '`XMLHttpRequest`':
    "const r = new XMLHttpRequest(); r.open('GET', '/empty.txt?' + i); r.send(); waits.push(new Promise((done) => (r.onloadend = done)))",
  '`sendBeacon()`': "navigator.sendBeacon('/empty.txt?' + i)",
  '`EventSource`': "new EventSource('/empty.txt?' + i).close()",
  '`WebSocket`': "new WebSocket('ws://' + location.host + '/socket?' + i).close()",
};

const rules = Array.from({ length: 100 }, (_, index) => `*.tracker-${index}.example/collect`);
const config = JSON.stringify({ categories: [{ id: 'necessary' }, { id: 'analytics', block: rules }] });
const page = (tag: string): string => `<!doctype html><title>Shop</title><link rel="icon" href="data:,">
  <script type="application/json" id="candor-config">${config}</script>${tag}<div id="box"></div>`;

const site = await serveSite({
  pages: {
    '/alone': page(''),
    '/blocked': page('<script src="/candor/candor-block.js"></script>'),
    '/empty.js': '',
    '/empty.html': '',
    '/empty.txt': '',
    '/empty.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  },
  folders: { '/candor': 'dist/cdn' },
});

interface Times {
  /** Until the calls have been made: what the page's own thread pays. In ms. */
  readonly calls: number;
  /** Until what can be waited for has been answered. In ms. */
  readonly answered: number;
}

async function measure(browser: Browser, path: string, call: string): Promise<Times> {
  const visit = await browser.newPage();
  await visit.goto(site.origin + path);
  const times = await visit.evaluate<Times>(`(async () => {
    const waits = [];
    const box = document.querySelector('#box');
    const start = performance.now();
    for (let i = 0; i < 1000; i++) { ${call}; }
    const calls = performance.now() - start;
    await Promise.all(waits);
    return { calls, answered: performance.now() - start };
  })()`);
  await visit.close();
  return times;
}

const browser = await launchChromium();
const rows: string[] = [];
for (const [name, call] of Object.entries(SORTS)) {
  const found: Record<string, Times[]> = { '/alone': [], '/blocked': [] };
  for (let round = 0; round < ROUNDS; round++) {
    // By turns, and each first as often as second.
    for (const path of round % 2 ? ['/alone', '/blocked'] : ['/blocked', '/alone']) {
      found[path]!.push(await measure(browser, path, call));
    }
  }
  const of = (path: string): number => median(found[path]!.map(({ calls }) => calls));
  const [alone, blocked] = [of('/alone'), of('/blocked')];
  rows.push(`${name} | ${alone.toFixed(0)} ms | ${blocked.toFixed(0)} ms | ${(blocked / alone).toFixed(2)}`);
}
await browser.close();
await site.close();
await writeTable('block', ['1,000 of each | page alone | with 100 rules | ratio', ...rows]);
