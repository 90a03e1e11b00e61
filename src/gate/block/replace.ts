/** A function of the browser, as a Proxy sees it. */
export type Native = (...args: unknown[]) => unknown;

/** What runs in its place: it is given the function itself, `this` and the arguments. */
export type Apply = (native: Native, self: unknown, args: unknown[]) => unknown;

/** The same for a class. */
export type Construct = (native: Native, args: unknown[], subclass: Native) => object;

/** A window: the page's own, or that of a frame of the same origin. */
export type Realm = Window & typeof globalThis;

/**
 * Puts something around functions of the browser, and takes it away again. A Proxy keeps their name, length, text and
 * whatever else they have.
 */
export interface Replacements {
  /** Nothing where this browser does not have it. */
  readonly around: (owner: object, name: string, part: 'value' | 'get' | 'set', apply: Apply) => void;
  /** `construct` is given the class itself, the arguments and `new.target`. */
  readonly aroundClass: (realm: Realm, name: string, construct: Construct) => void;
  /** Leaves the browser's own functions behind; where somebody has put something around ours, ours stays inside. */
  readonly undo: () => void;
}

export function createReplacements(): Replacements {
  const undos: (() => void)[] = [];

  const replace = (owner: object, name: string, part: 'value' | 'get' | 'set', handler: ProxyHandler<Native>): void => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    const native = (descriptor as Partial<Record<string, Native>> | undefined)?.[part];
    if (!native) return;
    const proxy = new Proxy(native, handler);
    Object.defineProperty(owner, name, { ...descriptor, [part]: proxy });
    undos.push(() => {
      const current = Object.getOwnPropertyDescriptor(owner, name);
      if (current?.[part] === proxy) Object.defineProperty(owner, name, { ...current, [part]: native });
    });
  };

  return {
    around: (owner, name, part, apply) => replace(owner, name, part, { apply }),

    aroundClass(realm, name, construct) {
      const native = (realm as unknown as Record<string, Native | undefined>)[name];
      if (!native) return;
      replace(realm, name, 'value', { construct });
      const { prototype } = native as unknown as { prototype: { constructor: unknown } };
      const proxy = (realm as unknown as Record<string, unknown>)[name];
      prototype.constructor = proxy;
      undos.push(() => prototype.constructor === proxy && (prototype.constructor = native));
    },

    undo: () => undos.splice(0).forEach((undo) => undo()),
  };
}
