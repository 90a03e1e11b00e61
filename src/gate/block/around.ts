import { around, type Slot, type Undo, type View } from '../cover.js';

/** A function of the browser, as a Proxy sees it. */
export type Native = (...args: unknown[]) => unknown;

/** What runs in its place: it is given the function itself, `this` and the arguments. */
export type Apply = (native: Native, self: unknown, args: unknown[]) => unknown;

/** The same for a class: it is given the class itself, the arguments and `new.target`. */
export type Construct = (native: Native, args: unknown[], subclass: Native) => object;

/** Puts something around a function of one window, where this browser has it. */
export type Around = (owner: object, name: string, slot: Slot, apply: Apply) => void;

/** The same for a class; its prototype names the class that is seen. */
export function aroundClass(view: View, name: string, undos: Undo[], construct: Construct): void {
  const classes = view as unknown as Record<string, { prototype: { constructor: unknown } } | undefined>;
  const native = classes[name];
  if (!native) return;
  around(view, name, { construct }, undos);
  const { prototype } = native;
  const ours = (prototype.constructor = classes[name]);
  undos.push(() => prototype.constructor === ours && (prototype.constructor = native));
}
