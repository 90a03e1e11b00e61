/** The demo's gallery as a test visits it: one state after the other, in one page. */
import { resolve } from 'node:path';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { frameAddress } from '../../demo/frames/gallery-state/frame-query.js';
import { startDemoServer, type DemoServer } from '../../demo/server.js';
import { buildDemo } from './demo.js';
import { holds, openVisitor, type Visitor } from './page.js';

export type View = Parameters<typeof frameAddress>[0];

export interface Gallery {
  /** There is none before the first test. */
  readonly page: Page;
  /** Another page of the same demo. */
  goto(path: string): Promise<void>;
  /** Resolves once the state stands as it is to be looked at. */
  show(view: View): Promise<void>;
}

/**
 * Opens the gallery for the tests of this file or suite.
 *
 * @param begin Gets the page before it goes anywhere.
 */
export function useGallery(visitor?: Visitor, begin: (page: Page) => unknown = () => {}): Gallery {
  let server: DemoServer;
  let page: Page;

  before(async () => {
    buildDemo();
    server = await startDemoServer({ port: 0, dist: resolve('dist') });
    const context = await openVisitor(visitor);
    // The TypeScript runner marks functions by name, also those that are sent into the page.
    await context.addInitScript('globalThis.__name = (marked) => marked');
    page = await context.newPage();
    await begin(page);
  });
  after(async () => {
    await page.context().close();
    await server.close();
  });

  const goto = async (path: string): Promise<void> => void (await page.goto(server.origin + path));
  return {
    get page() {
      return page;
    },
    goto,
    async show(view) {
      await goto(frameAddress(view));
      await holds(page, `document.documentElement.dataset.gallery === 'shown'`);
    },
  };
}
