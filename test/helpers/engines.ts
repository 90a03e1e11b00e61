/** Firefox and WebKit as whole-page tests drive them: by what all of their protocols have. */
import puppeteer, { type Browser } from 'puppeteer-core';
import { findFirefox, findWebKit, requestedEngines, type WebKit } from '../runner/find-browsers.js';
import { startWebKitBrowser } from '../runner/webkit-browser.js';
import { createWebKitPage } from '../runner/webkit-page.js';
import { eventually } from './page.js';

/** A node of an accessibility tree, in the engine's own word for its role. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
}

/** One window of a browser in which nothing has been kept yet. */
export interface EnginePage {
  readonly goto: (url: string) => Promise<void>;
  /** The value of an expression in the page; a promise's is waited for. */
  readonly evaluate: <Value>(expression: string) => Promise<Value>;
  /** Presses what an expression finds, with the mouse, once it stands there. */
  readonly click: (expression: string) => Promise<void>;
  /** What the engine itself tells assistive technology of an element and all in it, in reading order. */
  readonly accessible: (selector: string) => Promise<AccessibleNode[]>;
  /** Names of all cookies, also of those that scripts do not see. */
  readonly cookies: () => Promise<string[]>;
  readonly close: () => Promise<void>;
}

interface Engine {
  readonly name: 'Firefox' | 'WebKit';
  /** Why it cannot be opened, where it is not installed. */
  readonly missing: string | undefined;
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
  readonly press: (x: number, y: number) => Promise<void>;
}

/** Shared by both: where something is, and whether it is what the mouse would meet there. */
function withClick({ press, ...driver }: Driver): EnginePage {
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
      await press(...at!);
    },
  };
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
  await page.setViewport({ width: 1200, height: 900 });
  return withClick({
    goto: async (url) => void (await page.goto(url)),
    evaluate: async <Value>(expression: string) => (await page.evaluate(expression)) as Value,
    accessible: () => firefoxTree(browser),
    press: (x, y) => page.mouse.click(x, y),
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

/** Of the whole tab: there is nothing by which the tree would know an element. */
async function firefoxTree(browser: Browser): Promise<AccessibleNode[]> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.evaluate', {
    expression: TREE,
    target: { context: tree.result.contexts?.[0]?.context },
    awaitPromise: true,
  });
  return JSON.parse(result.result?.value ?? '[]') as AccessibleNode[];
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
  await page.setViewportSize({ width: 1200, height: 900 });
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
    press: (x, y) => page.mouse.click(x, y),
    cookies: async () => ((await browser.command('GET', '/cookie')) as { name: string }[]).map(({ name }) => name),
    close: () => browser.close(),
  });
}

function engine<Found>(
  name: Engine['name'],
  found: Found | undefined,
  open: (found: Found) => Promise<EnginePage>,
): Engine {
  const missing = found === undefined ? `${name} is not installed: node test/runner/ensure-browsers.js` : undefined;
  return { name, missing, open: () => (found === undefined ? Promise.reject(new Error(missing)) : open(found)) };
}

const ENGINES: readonly Engine[] = [
  engine('Firefox', findFirefox(), openFirefox),
  engine('WebKit', findWebKit(), openWebKit),
];

/**
 * The engines that this run is for (`BROWSERS=firefox,webkit`; default: both). One that is missing fails where it is opened.
 */
export const engines = ENGINES.filter(({ name }) => requestedEngines()?.includes(name.toLowerCase()) ?? true);
