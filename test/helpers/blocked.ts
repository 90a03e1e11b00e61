import { startBlocking } from '../../src/gate/block/blocking.js';

/** Files of this server that the rules of the tests name, each with a query of its own. */
const FOLDER = '/test/gate/block/files/';

/** The address of a script that leaves its query in the {@link trace}. */
export const script = (query: string): string => `${FOLDER}leave.js?${query}`;
export const image = (query: string): string => `${FOLDER}mark.svg?${query}`;
export const held = (query: string): string => `${FOLDER}nothing?${query}`;

export const trace: string[] = [];
Object.assign(window, { trace });

let granted: Record<string, boolean> = {};
let undo: (() => void) | undefined;

/** Rules by id. Default: everything in the tests' folder waits for `analytics`. */
export function startBlock(
  rules: Readonly<Record<string, readonly string[]>> = { analytics: [`${location.host}${FOLDER}`] },
  folder?: string,
): void {
  const categories = Object.entries(rules).map(([id, block]) => ({ id, block }));
  granted = {};
  undo = startBlocking({ categories }, folder, { config: {}, granted: (id) => granted[id] === true });
}

/** Another decision. */
export function decide(choices: Record<string, boolean>): void {
  granted = { ...granted, ...choices };
  document.dispatchEvent(new CustomEvent('candor-change'));
}

const main = document.createElement('main');
document.body.append(main);

/** The page's own place for elements, emptied by {@link endBlock}. */
export { main };

/** Ends the blocking and leaves the page as it is. */
export function stopBlock(): void {
  undo?.();
  undo = undefined;
}

export function endBlock(): void {
  stopBlock();
  main.replaceChildren();
  trace.length = 0;
}

/** Whether the browser has asked for an address of that query. */
export const wasAsked = (query: string): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.endsWith(`?${query}`));

/** Waits until whatever has been asked for by now would have been. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await fetch('/package.json');
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
