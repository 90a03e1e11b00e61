/**
 * What each surface is to assistive technology, as the three engines themselves say: the roles and names that make its outline, in
 * reading order. One text for all of them, so that they agree as well. `UPDATE=1` writes the texts anew, from Chromium.
 */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { engines, type AccessibleNode, type EnginePage } from '../helpers/engines.js';
import { html, eventually, type OpenOptions } from '../helpers/page.js';
import { serveSite, type Site } from '../helpers/site.js';

const FOLDER = 'test/e2e/accessibility-tree';

/** What makes the outline; each engine has words of its own for some. */
const ROLES: Readonly<Record<string, string>> = {
  region: 'region',
  dialog: 'dialog',
  heading: 'heading',
  group: 'group',
  grouping: 'group',
  button: 'button',
  pushbutton: 'button',
  'push button': 'button',
  switch: 'switch',
  link: 'link',
  combobox: 'combobox',
  article: 'article',
};

const outline = (nodes: readonly AccessibleNode[]): string =>
  nodes
    .map(({ role, name }) => ({ role: ROLES[role], name: name.replace(/\s+/g, ' ').trim() }))
    // What unfolds is a group without a name in some engines.
    .filter(({ role, name }) => role && name)
    .map(({ role, name }) => `${role} “${name}”\n`)
    .join('');

interface Surface {
  readonly selector: string;
  readonly config?: object;
  readonly manual?: boolean;
  readonly before?: string;
  readonly body?: string;
  /** What brings it onto the page. */
  readonly open?: string;
  /** Holds once it is there. */
  readonly isOpen?: string;
}

const SHOP = {
  controller: { name: 'Shop', privacyPolicy: '/privacy', contact: 'mailto:privacy@shop.example' },
  languages: ['en', 'zh-Hans'],
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'posthog', name: 'PostHog', provider: 'PostHog Inc.' }] },
    { id: 'push' },
    { id: 'sharing', kind: 'separate' },
  ],
};
const ANSWERED = `<script>document.cookie ||= 'candor=v=1&at=' + Math.floor(Date.now() / 1000 - 86400) + '&rev=1&yes=analytics&no=push.sharing; path=/'</script>`;

const SURFACES: Readonly<Record<string, Surface>> = {
  'banner-box': { selector: 'candor-banner' },
  'banner-dialog': { selector: 'candor-banner', config: { layout: { banner: 'dialog' } } },
  'banner-slots': {
    selector: 'candor-banner',
    body: `<candor-banner hidden><span slot="title">Before you read on</span><p slot="text">We count visits, if you let us.</p>
      <div slot="actions"><button data-candor="reject-all">No</button><button data-candor="accept-all">Yes</button></div></candor-banner>`,
  },
  preferences: { selector: 'candor-preferences', manual: true, open: `void candor.show('preferences')` },
  request: {
    selector: 'candor-request',
    manual: true,
    open: `void candor.request('analytics', { trigger: 'visitor' })`,
  },
  records: { selector: 'candor-records', manual: true, open: `void candor.show('records')` },
  age: { selector: 'candor-age', config: { audience: { ask: true } } },
  notice: {
    selector: 'candor-notice',
    before: ANSWERED,
    config: {
      revision: 2,
      changes: [{ revision: 2, ids: ['analytics'], effect: 'tell', text: 'Visits are kept for two years.' }],
    },
  },
  button: {
    selector: 'candor-button',
    before: ANSWERED,
    config: { layout: {} },
    isOpen: `document.querySelector('candor-button')`,
  },
  embed: {
    selector: 'candor-embed',
    manual: true,
    body: `<candor-embed consent="analytics" service="posthog" label="Chart" style="display: block; width: 600px; height: 400px">
      <template><p>Chart</p></template></candor-embed>`,
    isOpen: `document.querySelector('candor-embed').shadowRoot?.querySelector('candor-placeholder')?.shadowRoot?.querySelector('button')`,
  },
};

const isOpen = ({ selector, isOpen = `document.querySelector('${selector}')?.open` }: Surface): string =>
  `!!(${isOpen})`;

let site: Site;

before(async () => {
  const pages = Object.entries(SURFACES).map(([name, { config, manual, before = '', body = '' }]) => {
    const options: OpenOptions = {
      config: { ...SHOP, layout: { reopen: 'none' }, ...config },
      before,
      body: `<p>Page</p>${body}`,
      tag: `<script src="/candor/candor.js"${manual ? ' data-manual' : ''}></script>`,
    };
    return [`/${name}`, html(options)] as const;
  });
  site = await serveSite({ pages: Object.fromEntries(pages), folders: { '/candor': 'dist/cdn' } });
});
after(() => site.close());

/** Reads again as long as the surface is still being drawn: elements may go while an engine is asked about them. */
async function expectOutline(name: string, read: () => Promise<readonly AccessibleNode[]>): Promise<void> {
  const expected = await readFile(`${FOLDER}/${name}.txt`, 'utf8');
  let found: string | undefined;
  await eventually(async () => (found = outline(await read())) === expected).catch((error: unknown) => {
    if (found === undefined) throw error;
  });
  assert.equal(found, expected);
}

for (const engine of engines) {
  describe(`${engine.name} outlines`, { skip: engine.skip }, () => {
    let page: EnginePage;
    before(async () => {
      page = await engine.open();
    });
    after(() => page.close());

    for (const [name, surface] of Object.entries(SURFACES)) {
      test(name, async () => {
        await page.goto(`${site.origin}/${name}`);
        if (surface.open) await page.evaluate(surface.open);
        await eventually(() => page.evaluate<boolean>(isOpen(surface)));
        const read = (): Promise<AccessibleNode[]> => page.accessible(surface.selector);
        if (process.env['UPDATE'] && engine.name === 'Chromium')
          await writeFile(`${FOLDER}/${name}.txt`, outline(await read()));
        await expectOutline(name, read);
        // What was answered there is asked anew here.
        await page.evaluate(`localStorage.clear(), document.cookie = 'candor=; max-age=0; path=/'`);
      });
    }
  });
}
