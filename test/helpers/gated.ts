import { createGates, type WithRare } from '../../src/gate/gates.js';
import { reportFailure } from '../../src/gate/report-failure.js';
import * as templates from '../../src/gate/templates.js';
import { until } from './until.js';

/** What scripts of the page have done, in order. */
export const trace: string[] = [];

Object.assign(window, { trace });

/** A script's text that leaves a word in the trace. */
export const leaves = (word: string): string => `trace.push(${JSON.stringify(word)})`;

export const blobUrl = (content: string, type = 'text/javascript'): string =>
  URL.createObjectURL(new Blob([content], { type }));

/** The address of an external script that leaves a word in the trace. */
export const external = (word: string): string => blobUrl(leaves(word));

/** An address that cannot be loaded. */
export function broken(): string {
  const url = blobUrl('');
  URL.revokeObjectURL(url);
  return url;
}

/** The page's part of the document, emptied by {@link endGates}. */
const main = document.createElement('main');
document.body.append(main);

/** Puts markup into the page; returns its first element. */
export function put<Type extends Element = HTMLElement>(html: string, where: Element = main): Type {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: html });
  for (const template of content.querySelectorAll('template')) {
    for (const inert of template.content.querySelectorAll('script')) {
      // Scripts that were written as `innerHTML` never run; those of a page's own templates would.
      const script = document.createElement('script');
      for (const { name, value } of inert.attributes) script.setAttribute(name, value);
      script.text = inert.text;
      inert.replaceWith(script);
    }
  }
  where.append(content);
  return main.querySelector<Type>('[data-consent]') ?? (main.firstElementChild as Type);
}

export const find = <Type extends Element = HTMLElement>(selector: string): Type => main.querySelector<Type>(selector)!;

export const stateOf = (element: Element): string | null => element.getAttribute('data-consent-state');

/** How many elements wait, or have been released. */
export const count = (selector: string): number => main.querySelectorAll(selector).length;

let choices: Record<string, boolean> = {};
let gates: ReturnType<typeof createGates> | undefined;

interface GateOptions {
  /** Which ids are those of services. */
  readonly services?: readonly string[];
  readonly nonce?: string;
  /** Default: what is rarely needed is at hand. */
  readonly withRare?: WithRare;
}

export function startGates(
  given: Record<string, boolean>,
  { services = [], nonce, withRare = (then) => then({ ...templates, reportFailure }) }: GateOptions = {},
) {
  choices = given;
  gates = createGates(
    () => choices,
    (id) => services.includes(id),
    withRare,
    nonce,
    () => {},
  );
  gates.update();
  return gates;
}

/** Another decision. */
export function choose(more: Record<string, boolean>, after?: Promise<unknown>): void {
  choices = { ...choices, ...more };
  gates?.update(after);
}

/** An id that no test uses. */
const PROBE = 'settled-probe';

/** Waits until the trace holds so many words. */
export const traced = (words: number): Promise<void> => until(() => trace.length >= words);

/** Puts a marked script last into the page, waits until it has run, and takes it away again. */
async function probe(): Promise<void> {
  const word = `probe ${Math.random()}`;
  put(`<script type="text/plain" data-consent="${PROBE}">${leaves(word)}</script>`);
  await until(() => trace.includes(word));
  trace.splice(trace.indexOf(word), 1);
  main.lastElementChild?.remove();
}

/** Waits until all work that is due now is done. */
export async function settled(): Promise<void> {
  choices = { ...choices, [PROBE]: true };
  await probe();
}

/**
 * Waits until gates that have ended would have done what was due: others, which begin only now and open to nothing else,
 * have come to the end of the same slices.
 */
export async function settledAfterEnd(): Promise<void> {
  const others = createGates(
    () => ({ [PROBE]: true }),
    () => false,
    () => {},
    undefined,
    () => {},
  );
  await probe();
  others.dispose();
}

export function endGates(): void {
  gates?.dispose();
  gates = undefined;
  main.replaceChildren();
  trace.length = 0;
}

/** Keeps scripts with this attribute from ever answering; the returned function lets them. */
export function holdAnswers(attribute: string): () => void {
  const held: Element[] = [];
  const hold = (event: Event): void => {
    if (!(event.target instanceof Element) || !event.target.hasAttribute(attribute)) return;
    event.stopImmediatePropagation();
    held.push(event.target);
  };
  for (const type of ['load', 'error']) document.addEventListener(type, hold, true);
  return () => {
    for (const type of ['load', 'error']) document.removeEventListener(type, hold, true);
    for (const element of held) element.dispatchEvent(new Event('load'));
  };
}
