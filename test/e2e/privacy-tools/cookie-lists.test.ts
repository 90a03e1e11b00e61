/** Lists that hide cookie banners by name: none of their general rules means Candor. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { frameAddress } from '../../../demo/frames/gallery-state/frame-query.js';
import { TAGS as TAGS_OF } from '../../../demo/pages/gallery/state.js';
import { STATES } from '../../../demo/pages/gallery/states.js';
import { startDemoServer, type DemoServer } from '../../../demo/server.js';
import { ENOUGH, LOOKED_AT, TAGS, WORDS } from '../../helpers/cookie-lists.js';
import { buildDemo } from '../../helpers/demo.js';
import { holds, openVisitor } from '../../helpers/page.js';

describe('lists that hide cookie banners', () => {
  /** Everything that an element of Candor's shows to a rule, in its shadow trees, too; as words of the lists' kinds. */
  function marksOf(hosts: readonly Element[]): { what: string; name: string; value: string }[] {
    const marks: { what: string; name: string; value: string }[] = [];
    const visit = (element: Element): void => {
      marks.push({ what: 'tag', name: element.localName, value: '' });
      for (const { name, value } of element.attributes) marks.push({ what: 'attribute', name, value });
      for (const child of [...element.children, ...(element.shadowRoot?.children ?? [])]) visit(child);
    };
    for (const host of hosts) visit(host);
    return marks;
  }

  /** Which of those the lists look for. What a person reads is looked at as a whole, for the one rule that does. */
  const findIn = (marks: ReturnType<typeof marksOf>): string[] =>
    marks.flatMap(({ what, name, value }) => {
      const words = (text: string): boolean => WORDS.some((word) => text.toLowerCase().includes(word));
      const isFound =
        what === 'tag'
          ? words(name) || TAGS.some((tag) => tag === name)
          : ENOUGH.some((attribute) => attribute === name) ||
            (name === 'aria-label' ? /^consent banner$/i.test(value) : LOOKED_AT.test(name) && words(value));
      return isFound ? [`${what} ${name} ${value}`] : [];
    });

  let server: DemoServer;
  before(async () => {
    buildDemo();
    server = await startDemoServer({ port: 0, dist: resolve('dist') });
  });
  after(() => server.close());

  // One of the gallery's states for each surface, in each of its layouts.
  const kinds = new Map(
    [...STATES].reverse().map((state) => [`${state.shows} ${state.config.layout?.banner ?? ''}`, state]),
  );

  for (const state of kinds.values()) {
    test(`find nothing of theirs in what ${state.id} shows`, async (t) => {
      const context = await openVisitor();
      t.after(() => context.close());
      await context.addInitScript('globalThis.__name = (marked) => marked');
      const page = await context.newPage();
      await page.goto(
        server.origin + frameAddress({ state: state.id, language: 'en', scheme: 'light', motion: 'system' }),
      );
      await holds(page, `document.documentElement.dataset.gallery === 'shown'`);
      const own = page.locator(`[data-candor], [data-consent], #candor-config, ${Object.values(TAGS_OF).join()}`);
      const marks = await own.evaluateAll(marksOf);
      assert.ok(
        marks.some(({ name }) => name === TAGS_OF[state.shows]),
        'it is there to be found',
      );
      assert.deepEqual(findIn(marks), []);
    });
  }

  test('find what they are made for', () => {
    for (const [what, name, value, isFound] of [
      ['tag', 'cookie-banner', '', true],
      ['tag', 'consent', '', true],
      ['tag', 'candor-banner', '', false],
      ['attribute', 'aria-label', 'Consent Banner', true],
      ['attribute', 'data-testid', 'cookie-policy', true],
      ['attribute', 'data-ccpa', '', true],
      ['attribute', 'class', 'c-consent', true],
      ['attribute', 'data-consent-action', 'accept-all', false],
    ] as const) {
      assert.equal(findIn([{ what, name, value }]).length > 0, isFound, `${what} ${name} ${value}`);
    }
  });
});
