/**
 * Measures how soon the next frame is on screen after a visitor has pressed something (interaction to next paint, by the
 * Event Timing API), with real input and a processor four times slower: on the demo's home page, on a page with 100 services and a
 * script for each, and on that page with vanilla-cookieconsent; beside them a button that does nothing. By turns, in one run.
 *
 *     npm run bench:interaction   writes the measurement into the README
 */
import { resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { cookieConsentConfig } from '../../demo/frames/compare-cookieconsent/config.js';
import { LIBRARIES, type LibraryId } from '../../demo/pages/compare/library.js';
import { startDemoServer } from '../../demo/server.js';
import { launchChromium } from '../helpers/chromium.js';
import { serveSite } from '../helpers/site.js';
import { median } from './median.js';
import { writeTable } from './write-table.js';

const ROUNDS = 5;
const THROTTLING = 4;

/** Shorter ones the Event Timing API does not tell of; all are rounded to 8 ms. */
const LEAST_MS = 16;

const theirConfig = cookieConsentConfig('en');
const CATEGORIES = Object.keys(theirConfig.categories).filter((id) => id !== 'necessary');
const SERVICES = Array.from({ length: 100 }, (_, index) => ({
  id: `service-${index}`,
  name: `Service ${index}`,
  category: CATEGORIES[index % CATEGORIES.length]!,
}));
const servicesOf = (id: string): { id: string; name: string }[] =>
  SERVICES.filter(({ category }) => category === id).map(({ id, name }) => ({ id, name }));

/** A page whose scripts wait, with the attributes that a library wants on them. */
const page = (head: string, attributes: (service: (typeof SERVICES)[number]) => string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">${head}
  <body><button type="button" data-candor="preferences" data-cc="show-preferencesModal">Cookie settings</button>
  ${'<p>Bread, butter and everything else that stands on a table.</p>'.repeat(40)}
  ${SERVICES.map((service) => `<script type="text/plain" ${attributes(service)}>window.ran = (window.ran ?? 0) + 1</script>`).join('')}`;

const ours = {
  controller: { name: 'Shop', privacyPolicy: '/privacy' },
  categories: [{ id: 'necessary' }, ...CATEGORIES.map((id) => ({ id, services: servicesOf(id) }))],
};
const theirs = {
  ...theirConfig,
  categories: Object.fromEntries(
    Object.entries(theirConfig.categories).map(([id, category]) => [
      id,
      { ...category, services: Object.fromEntries(servicesOf(id).map(({ id, name }) => [id, { label: name }])) },
    ]),
  ),
};

const site = await serveSite({
  pages: {
    '/candor': page(
      `<script type="application/json" id="candor-config">${JSON.stringify(ours)}</script><script src="/candor/candor.js"></script>`,
      ({ id }) => `data-consent="${id}"`,
    ),
    '/cookieconsent': page(
      `<link rel="stylesheet" href="/cookieconsent/cookieconsent.css"><script src="/cookieconsent/cookieconsent.umd.js"></script>
       <script type="module">CookieConsent.run(${JSON.stringify(theirs)})</script>`,
      ({ id, category }) => `data-category="${category}" data-service="${id}"`,
    ),
  },
  folders: { '/candor': 'dist/cdn', '/cookieconsent': 'node_modules/vanilla-cookieconsent/dist' },
});
const demo = await startDemoServer({ port: 0, dist: resolve('dist') });

/** What is measured: a library on a page. */
const SUBJECTS = {
  home: { library: 'candor', address: demo.origin },
  candor: { library: 'candor', address: `${site.origin}/candor` },
  cookieconsent: { library: 'cookieconsent', address: `${site.origin}/cookieconsent` },
} as const;

type Subject = keyof typeof SUBJECTS;

/** Where a library's buttons are, besides those that the comparison knows. */
const PARTS: Readonly<Record<LibraryId, Readonly<Record<'banner' | 'panel' | 'save' | 'takeBack', string>>>> = {
  candor: {
    banner: 'candor-banner',
    panel: 'candor-preferences',
    save: '[data-consent-action=save]',
    takeBack: '[data-consent-action=withdraw]',
  },
  cookieconsent: {
    banner: '#cc-main .cm',
    panel: '#cc-main .pm',
    save: '[data-role=save]',
    takeBack: '[data-role=necessary]',
  },
};

/** What a visitor does, in the order of the table. */
const INTERACTIONS = {
  nothing: 'A button that does nothing',
  accept: 'Accept all',
  reject: 'Reject all',
  open: 'Open the panel, which is downloaded',
  reopen: 'Open the panel once more',
  toggle: 'Turn a switch',
  save: 'Save choices',
  withdraw: 'Withdraw all consent',
} as const;

type Interaction = keyof typeof INTERACTIONS;
type Times = Record<Interaction, number>;

/** Runs before the page's own scripts: keeps what the browser tells of interactions, and brings the button that does nothing. */
const WATCH = `
  window.interactions = [];
  new PerformanceObserver((list) => interactions.push(...list.getEntries().filter(({ interactionId }) => interactionId)))
    .observe({ type: 'event', durationThreshold: ${LEAST_MS} });
  addEventListener('DOMContentLoaded', () => {
    const button = Object.assign(document.createElement('button'), { id: 'nothing', textContent: 'Nothing' });
    button.style.cssText = 'position: absolute; top: 0; left: 50%; z-index: 9';
    document.body.append(button);
  });`;

/** Resolves once the page has been painted and idle a few times over. */
const quiet = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let round = 0; round < 5; round++) {
      await new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 1000 })));
    }
  });

/**
 * Presses what is there with the mouse.
 *
 * @returns How long until the next frame was on screen, in ms.
 */
async function press(page: Page, target: Locator): Promise<number> {
  await target.scrollIntoViewIfNeeded();
  await quiet(page);
  const { x, y, width, height } = (await target.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await quiet(page);
  await page.evaluate('void (interactions.length = 0)');
  await page.mouse.down();
  await page.mouse.up();
  await quiet(page);
  const entries = await page.evaluate<PerformanceEventTiming[]>('interactions.map((entry) => entry.toJSON())');
  return Math.max(LEAST_MS, ...entries.map(({ duration }) => duration));
}

async function measure(browser: Browser, subject: Subject): Promise<Times> {
  const { library, address } = SUBJECTS[subject];
  const { accept, reject, manage, switches } = LIBRARIES[library];
  const { banner, panel, save, takeBack } = PARTS[library];

  async function visit<Found>(act: (page: Page, on: (surface: string, part: string) => Locator) => Promise<Found>) {
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    await page.goto(address);
    await page.locator(banner).waitFor();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING });
    const found = await act(page, (surface, part) => page.locator(`${surface} ${part} >> visible=true`).first());
    await context.close();
    return found;
  }

  return {
    ...(await visit(async (page, on) => ({
      nothing: await press(page, page.locator('#nothing')),
      accept: await press(page, on(banner, accept)),
    }))),
    ...(await visit(async (page, on) => ({ reject: await press(page, on(banner, reject)) }))),
    ...(await visit(async (page, on) => ({
      open: await press(page, on(banner, manage)),
      toggle: await press(page, on(panel, `${switches}:enabled`)),
      save: await press(page, on(panel, save)),
      reopen: await press(page, page.locator('[data-candor=preferences]').first()),
      withdraw: await press(page, on(panel, takeBack)),
    }))),
  };
}

const browser = await launchChromium();
const times: Record<Subject, Times[]> = { home: [], candor: [], cookieconsent: [] };
try {
  for (let round = 0; round < ROUNDS; round++) {
    for (const subject of Object.keys(SUBJECTS) as Subject[]) times[subject].push(await measure(browser, subject));
  }
} finally {
  await browser.close();
  await demo.close();
  await site.close();
}

/** Median, best and worst. */
const shown = (subject: Subject, interaction: Interaction): string => {
  const found = times[subject].map((each) => each[interaction]);
  return `${median(found)} (${Math.min(...found)}–${Math.max(...found)}) ms`;
};
const ratio = (interaction: Interaction): string => {
  const [ours, theirs] = (['candor', 'cookieconsent'] as const).map((subject) =>
    median(times[subject].map((each) => each[interaction])),
  );
  return (ours! / theirs!).toFixed(2);
};
const rows = (Object.keys(INTERACTIONS) as Interaction[]).map((interaction) =>
  [
    INTERACTIONS[interaction],
    ...(Object.keys(SUBJECTS) as Subject[]).map((subject) => shown(subject, interaction)),
    ratio(interaction),
  ].join(' | '),
);
await writeTable('interaction', [
  'median (best–worst) | Candor, demo’s home page | Candor, 100 services | vanilla-cookieconsent, 100 services | ratio of the last two',
  ...rows,
]);
