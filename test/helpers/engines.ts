/** The three engines as whole-page tests drive them: by what all of their protocols have. */
import type { Page } from 'playwright-core';
import puppeteer, { type Browser, type KeyInput } from 'puppeteer-core';
import { findFirefox, findWebKit, requestedEngines, type WebKit } from '../runner/find-browsers.js';
import { startWebKitBrowser } from '../runner/webkit-browser.js';
import { createWebKitPage } from '../runner/webkit-page.js';
import { eventually, openVisitor } from './page.js';

/** A node of an accessibility tree, in the engine's own word for its role. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** One window of a browser in which nothing has been kept yet. */
export interface EnginePage {
  readonly goto: (url: string) => Promise<void>;
  /** The value of an expression in the page; a promise's is waited for. */
  readonly evaluate: <Value>(expression: string) => Promise<Value>;
  /** Presses what an expression finds, with the mouse, once it stands there. */
  readonly click: (expression: string) => Promise<void>;
  /** Presses a key, or several at once: `Enter`, `Space`, `Shift+Tab`, `a`. */
  readonly press: (chord: string) => Promise<void>;
  /** Makes the window this large, in CSS pixels. */
  readonly resize: (size: Size) => Promise<void>;
  /** What the engine itself tells assistive technology of an element and all in it, in reading order. */
  readonly accessible: (selector: string) => Promise<AccessibleNode[]>;
  /** Names of all cookies, also of those that scripts do not see. */
  readonly cookies: () => Promise<string[]>;
  readonly close: () => Promise<void>;
}

interface Engine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKit';
  /** Why its tests are left out, where it is not installed. On CI they are not: a missing engine is a failure there. */
  readonly skip: string | false;
  readonly open: () => Promise<EnginePage>;
}

/** As far as it is used here; puppeteer keeps it to itself. */
interface Connection {
  readonly send: (
    method: string,
    parameters: object,
  ) => Promise<{
    readonly result: {
      readonly contexts?: readonly { readonly context: string }[];
      readonly result?: { readonly value?: string };
    };
  }>;
}

interface Driver extends Omit<EnginePage, 'click'> {
  readonly clickAt: (x: number, y: number) => Promise<void>;
}

const WINDOW: Size = { width: 1200, height: 900 };

/** Shared by all: where something is, and whether it is what the mouse would meet there. */
function withClick({ clickAt, ...driver }: Driver): EnginePage {
  const place = (expression: string): string => `(() => {
    const found = ${expression};
    if (!found) return null;
    found.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = found.getBoundingClientRect();
    const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    let met = document.elementFromPoint(x, y);
    while (met?.shadowRoot?.elementFromPoint(x, y) && met !== found) met = met.shadowRoot.elementFromPoint(x, y);
    return width > 0 && (found === met || found.contains(met)) ? [x, y] : null;
  })()`;
  return {
    ...driver,
    async click(expression) {
      let at: readonly [number, number] | null = null;
      await eventually(async () => {
        const before = at;
        at = await driver.evaluate(place(expression));
        // It stands still.
        return at !== null && before?.join() === at.join();
      }, `${expression} can be pressed`);
      await clickAt(...at!);
    },
  };
}

/** Another visitor in the Chromium that the tests of a file share. */
async function openChromium(): Promise<EnginePage> {
  const context = await openVisitor({ viewport: WINDOW });
  const page = await context.newPage();
  return withClick({
    goto: async (url) => void (await page.goto(url)),
    evaluate: <Value>(expression: string) => page.evaluate<Value>(expression),
    accessible: (selector) => chromiumTree(page, selector),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (chord) => page.keyboard.press(chord),
    resize: (size) => page.setViewportSize(size),
    cookies: async () => (await context.cookies()).map(({ name }) => name),
    close: () => context.close(),
  });
}

async function chromiumTree(page: Page, selector: string): Promise<AccessibleNode[]> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression: `document.querySelector('${selector}')` });
  const { nodes } = await session.send('Accessibility.queryAXTree', { objectId: result.objectId! });
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? '') }));
}

async function openFirefox(executablePath: string): Promise<EnginePage> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // The accessibility tree is the browser's own matter, not the page's.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
  });
  const page = await browser.newPage();
  await page.setViewport(WINDOW);
  return withClick({
    goto: async (url) => void (await page.goto(url)),
    evaluate: async <Value>(expression: string) => (await page.evaluate(expression)) as Value,
    accessible: () => firefoxTree(browser),
    clickAt: (x, y) => page.mouse.click(x, y),
    async press(chord) {
      const [key, ...held] = chord.replace('Space', ' ').split('+').reverse() as [KeyInput, ...KeyInput[]];
      for (const each of held) await page.keyboard.down(each);
      await page.keyboard.press(key);
      for (const each of held) await page.keyboard.up(each);
      const isInPage = async (): Promise<boolean> => (await page.evaluate('document.hasFocus()')) as boolean;
      if (key !== 'Tab' || (await isInPage())) return;
      await inBrowserScope(browser, passControls(held.includes('Shift') ? 'BACKWARD' : 'FORWARD'));
      await eventually(isInPage);
    },
    resize: (size) => page.setViewport(size),
    cookies: async () => (await browser.cookies()).map(({ name }) => name),
    close: () => browser.close(),
  });
}

/** Runs in the browser's own scope: the tree of the tab, once it is there and stands still. */
const TREE = `(async () => {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  // As long as somebody holds it, the tree is kept.
  globalThis.candorAccessibility = service;
  const list = (node, found = []) => {
    found.push({ role: service.getStringRole(node.role), name: node.name ?? '' });
    for (let child = node.firstChild; child; child = child.nextSibling) list(child, found);
    return found;
  };
  let text = '';
  for (;;) {
    const root = service.getAccessibleFor(gBrowser.selectedBrowser);
    const now = root ? JSON.stringify(list(root)) : '';
    if (now === text && now.includes('"document"') && list(root).length > 3) return now;
    text = now;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
})()`;

/**
 * Tab leads from the page to the browser's own controls, where the keys of tests do not follow: this goes on there in the same
 * direction, until the last of them lets the focus into the page again.
 */
const passControls = (direction: 'FORWARD' | 'BACKWARD'): string => `(() => {
  const { focus } = Services;
  for (let before; before !== document.activeElement; ) {
    before = document.activeElement;
    focus.moveFocus(window, null, focus.MOVEFOCUS_${direction}, focus.FLAG_BYKEY);
  }
})()`;

async function inBrowserScope(browser: Browser, expression: string): Promise<string> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.evaluate', {
    expression,
    target: { context: tree.result.contexts?.[0]?.context },
    awaitPromise: true,
  });
  return result.result?.value ?? '';
}

/** Of the whole tab: there is nothing by which the tree would know an element. */
async function firefoxTree(browser: Browser): Promise<AccessibleNode[]> {
  return JSON.parse((await inBrowserScope(browser, TREE)) || '[]') as AccessibleNode[];
}

/** An element and all in it, shadow trees included. */
const ELEMENTS = `const found = [];
const collect = (element) => {
  // A slot has no box of its own; what stands in it has.
  if (element.localName === 'slot') return element.assignedElements({ flatten: true }).forEach(collect);
  if (!element.checkVisibility({ visibilityProperty: true })) return;
  found.push(element);
  for (const child of (element.shadowRoot ?? element).children) collect(child);
};
collect(document.querySelector(arguments[0]));
return found;`;

/** WebDriver's script waits for no promise, so the value comes by a callback. */
const ASYNC = `const done = arguments[arguments.length - 1];
Promise.resolve().then(() => eval(arguments[0])).then((value) => done({ value }), (error) => done({ error: String(error) }));`;

async function openWebKit(programs: WebKit): Promise<EnginePage> {
  const browser = await startWebKitBrowser(programs);
  const page = createWebKitPage(browser);
  await page.setViewportSize(WINDOW);
  return withClick({
    goto: async (url) => void (await browser.navigate(url)),
    async evaluate<Value>(expression: string) {
      const body = { script: ASYNC, args: [expression] };
      const answer = (await browser.command('POST', '/execute/async', body)) as { value?: Value; error?: string };
      if (answer.error) throw new Error(answer.error);
      return answer.value as Value;
    },
    async accessible(selector) {
      const elements = (await browser.execute(ELEMENTS, selector)) as Record<string, string>[];
      const nodes: AccessibleNode[] = [];
      for (const [id] of elements.map(Object.values<string>)) {
        const ask = async (what: string): Promise<string> =>
          (await browser.command('GET', `/element/${id}/computed${what}`)) as string;
        nodes.push({ role: await ask('role'), name: await ask('label') });
      }
      return nodes;
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (chord) => page.keyboard.press(chord),
    resize: (size) => page.setViewportSize(size),
    cookies: async () => ((await browser.command('GET', '/cookie')) as { name: string }[]).map(({ name }) => name),
    close: () => browser.close(),
  });
}

function engine<Found>(
  name: Engine['name'],
  found: Found | undefined,
  open: (found: Found) => Promise<EnginePage>,
): Engine {
  const missing = `${name} is not installed: node test/runner/ensure-browsers.js`;
  return {
    name,
    skip: found === undefined && !process.env['CI'] && missing,
    open: () => (found === undefined ? Promise.reject(new Error(missing)) : open(found)),
  };
}

const isRequested = ({ name }: Engine): boolean => requestedEngines()?.includes(name.toLowerCase()) ?? true;

/** Those that tests by Playwright's own page do not reach, as far as this run is for them. */
export const otherEngines: readonly Engine[] = [
  engine('Firefox', findFirefox(), openFirefox),
  engine('WebKit', findWebKit(), openWebKit),
].filter(isRequested);

/** The engines that this run is for (`BROWSERS=firefox,webkit`; default: all). */
export const engines: readonly Engine[] = [
  ...[{ name: 'Chromium', skip: false, open: openChromium } as const].filter(isRequested),
  ...otherEngines,
];
