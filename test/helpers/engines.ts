/** Firefox and WebKit as whole-page tests drive them: by what all of their protocols have. */
import puppeteer from 'puppeteer-core';
import { findFirefox, findWebKit, requestedEngines, type WebKit } from '../runner/find-browsers.js';
import { startWebKitBrowser } from '../runner/webkit-browser.js';
import { createWebKitPage } from '../runner/webkit-page.js';
import { eventually } from './page.js';

/** One window of a browser in which nothing has been kept yet. */
export interface EnginePage {
  readonly goto: (url: string) => Promise<void>;
  /** The value of an expression in the page; a promise's is waited for. */
  readonly evaluate: <Value>(expression: string) => Promise<Value>;
  /** Presses what an expression finds, with the mouse, once it stands there. */
  readonly click: (expression: string) => Promise<void>;
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
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 900 });
  return withClick({
    goto: async (url) => void (await page.goto(url)),
    evaluate: async <Value>(expression: string) => (await page.evaluate(expression)) as Value,
    press: (x, y) => page.mouse.click(x, y),
    cookies: async () => (await browser.cookies()).map(({ name }) => name),
    close: () => browser.close(),
  });
}

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
