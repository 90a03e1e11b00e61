/**
 * The ways to reach a vendor. A global is looked up at each call: an SDK puts its own object or function in the place of the
 * queue that it finds.
 */
import type { Command } from './vendor.js';

/** A name in the page, or the thing itself where an application has imported it. */
export type Target = string | object;

/**
 * Makes one call.
 *
 * @returns Whether anything was there to take it.
 * @throws Where something stands there that takes no such call.
 */
export type Send = (target: Target, command: Command) => boolean;

const page = globalThis as unknown as Record<string, unknown>;

/** What stands there now. */
export const standing = (target: Target): unknown => (typeof target === 'string' ? page[target] : target);

const refuse = (target: Target, what: string): never => {
  throw new TypeError(`${typeof target === 'string' ? `window.${target}` : 'the SDK'} ${what}`);
};

/** Puts there what `make` makes, where nothing stands yet. Queues have names. */
const provide = (target: Target, make: () => unknown): unknown => (page[target as string] ||= make());

/** Puts each part of the command into a queue, which is an array until the SDK comes. */
export const push: Send = (target, command) => {
  const queue = provide(target, () => []) as { readonly push?: unknown };
  if (typeof queue.push !== 'function') refuse(target, 'is no queue: it has no push()');
  (queue as unknown[]).push(...command);
  return true;
};

/** Calls a function that is there. */
export const call: Send = (target, command) => {
  const tool = standing(target);
  if (!tool) return false;
  if (typeof tool !== 'function') refuse(target, 'is no function');
  (tool as (...parts: unknown[]) => unknown)(...command);
  return true;
};

/** Calls the method that the command begins with; an array that has none stands for an SDK to come and keeps the command. */
export const callMethod: Send = (target, [name, ...rest]) => {
  const sdk = standing(target) as Record<string, unknown> | undefined;
  if (!sdk) return false;
  const method = sdk[name as string];
  if (typeof method === 'function') method.apply(sdk, rest);
  else if (Array.isArray(sdk)) sdk.push([name, ...rest]);
  else refuse(target, `has no ${String(name)}()`);
  return true;
};

/** As {@link callMethod}, once what stands there says that it is ready. */
export const callMethodOnce =
  (isReady: (sdk: unknown) => boolean): Send =>
  (target, command) =>
    isReady(standing(target)) && callMethod(target, command);

/** As {@link callMethod}, on an array where nothing is there yet. */
export const queueMethod: Send = (target, command) => {
  provide(target, () => []);
  return callMethod(target, command);
};

/** As {@link call}, on a stub where nothing is there yet. */
export const callOr =
  (makeStub: () => unknown): Send =>
  (target, command) => {
    provide(target, makeStub);
    return call(target, command);
  };
