import type { Guard } from '../../src/core/config.js';
import type { Guards } from '../../src/core/guards.js';

/** What holds functions of the browser, as `createGuards` and `holdSensors` return it. */
interface Holding {
  readonly coverFrames: () => void;
  readonly update: () => void;
}

/** Starts it, for the ids that a test names and its visitor. */
type StartHolding = (
  guards: () => Guards,
  granted: (id: string) => boolean,
  request: (id: string) => Promise<boolean>,
  signal: AbortSignal,
) => Holding;

/** Who names which guard. */
export type Naming = Partial<Record<Guard, readonly (readonly [id: string, ask?: boolean])[]>>;

/** The ids that the visitor has been asked for. */
export const asked: string[] = [];

let choices: Record<string, boolean> = {};
let answers: Record<string, boolean> = {};
let stop: AbortController | undefined;
let holding: Holding | undefined;
const restores: (() => unknown)[] = [];

export function startGuards(start: StartHolding, naming: Naming): void {
  const named: Guards = Object.fromEntries(
    Object.entries(naming).map(([guard, ids]) => [guard, ids.map(([id, ask = false]) => ({ id, ask }))]),
  );
  stop = new AbortController();
  holding = start(
    () => named,
    isGranted,
    async (id) => {
      asked.push(id);
      choose({ [id]: answers[id] === true });
      return isGranted(id);
    },
    stop.signal,
  );
}

export const isGranted = (id: string): boolean => choices[id] === true;

/** Another decision. */
export function choose(more: Record<string, boolean>): void {
  choices = { ...choices, ...more };
  holding?.update();
  document.dispatchEvent(new CustomEvent('candor-change'));
}

/** What the visitor will say when they are asked; otherwise no. */
export function willAnswer(more: Record<string, boolean>): void {
  answers = more;
}

/** Something came into the document. */
export const coverFrames = (): void => holding?.coverFrames();

/** Candor leaves the page. */
export function stopGuards(): void {
  stop?.abort();
}

/** Puts something of the test in the place of the browser's own, which would ask somebody who is not there. */
export function standIn(
  owner: object,
  member: string,
  make: (own: PropertyDescriptor | undefined) => PropertyDescriptor,
): void {
  const own = Object.getOwnPropertyDescriptor(owner, member);
  Object.defineProperty(owner, member, make(own));
  restores.push(() => (own ? Object.defineProperty(owner, member, own) : Reflect.deleteProperty(owner, member)));
}

/** Takes what stands in away again. */
export function giveBack(): void {
  for (const restore of restores.splice(0).reverse()) restore();
}

/** Ends it and forgets the visitor. */
export function endGuards(): void {
  stopGuards();
  giveBack();
  holding = undefined;
  choices = {};
  answers = {};
  asked.length = 0;
}
