/**
 * Holds browser APIs that find or disturb the visitor. A held call gets the API's own error, as if the visitor had refused it,
 * and the browser's own question, which it asks once, stays unspent.
 *
 * Here is only what must stand before any other script does; what a refusal looks like is in `denials.ts`.
 */
import type { Guard } from '../core/config.js';
import type { Guards } from '../core/model.js';

export type View = typeof globalThis;

/** A call that is held. */
export interface Call {
  /** Name of the function. */
  readonly name: string;
  readonly self: unknown;
  readonly args: unknown[];
  /** The window it came from, whose own errors it expects: a frame has others than the page. */
  readonly view: View;
  /** Does it after all. */
  readonly run: () => unknown;
  /** The id to ask the visitor for first, where the site wants that. */
  ask: string | false | undefined;
  /** What the page got as the number of a held watch; no browser gives negative ones. */
  readonly watch: number;
}

/** What answers held calls; downloaded with the first of them. */
export interface Denials {
  /** Asks where that is wanted, else answers as a refusal does; for what promises, the returned promise does. */
  readonly answer: (call: Call, request: (id: string) => Promise<boolean>) => Promise<unknown>;
  /** Ends a watch that was held, and may run by now. */
  readonly clearWatch: (watch: number) => unknown;
  /** Makes a status say what `stateOf` says. */
  readonly agree: (run: () => unknown, stateOf: (native: string, open: string) => string) => Promise<unknown>;
  /** Ends the push subscriptions of this origin. */
  readonly unsubscribe: () => unknown;
}

/** Which members of which interface a guard holds; those without a guard are looked after, not held. */
export type Covered = readonly (readonly [guard: Guard | '', type: string, ...members: string[]])[];

export const COVERED: Covered = [
  ['geolocation', 'Geolocation', 'getCurrentPosition', 'watchPosition', 'clearWatch'],
  ['notifications', 'Notification', 'requestPermission'],
  ['notifications', 'ServiceWorkerRegistration', 'showNotification'],
  ['push', 'PushManager', 'subscribe', 'permissionState'],
  ['', 'Permissions', 'query'],
  ['', 'HTMLIFrameElement', 'contentWindow', 'contentDocument'],
];

/** Across what a page starts and ends, so that no number stands for two watches. */
let lastWatch = 0;

/**
 * @param guards Who names which guard, as it is now.
 * @param request See `Consent.request`.
 * @param signal Ends it: the native functions stand where they stood.
 */
export function createGuards(
  covered: Covered,
  guards: () => Guards,
  granted: (id: string) => boolean,
  request: (id: string) => Promise<boolean>,
  load: () => Promise<Denials>,
  signal: AbortSignal,
) {
  /** Ends the watches of the position that a yes has let run. */
  const ends = new Set<() => void>();
  const seen = new WeakSet<object>();
  let frameCount = 0;

  const isHeld = (guard: Guard): boolean => !signal.aborted && guards()[guard]?.some(({ id }) => granted(id)) === false;

  const askFor = (guard: Guard): string | undefined => guards()[guard]?.find(({ ask }) => ask)?.id;

  /** What the permission looks like to the page. */
  const stateOf = (guard: Guard, native: string, open: string): string =>
    isHeld(guard) ? (native !== 'denied' && askFor(guard) ? open : 'denied') : native;

  function intercept(
    guard: Guard,
    name: string,
    run: () => unknown,
    self: unknown,
    args: unknown[],
    view: View,
  ): unknown {
    const [first] = args as [never];
    if (name === 'query') {
      const named = (first as { name: Guard } | undefined)?.name as Guard;
      return guards()[named] ? load().then(({ agree }) => agree(run, stateOf.bind(null, named))) : run();
    }
    if (!guard) return cover(run() as never);
    if (name === 'clearWatch') return first < 0 ? void load().then(({ clearWatch }) => clearWatch(first)) : run();

    const isWatch = name === 'watchPosition';
    const watch = isWatch ? --lastWatch : 0;
    const held = isHeld(guard);
    const start = (): unknown => {
      const result = run();
      if (isWatch) ends.add(() => ((self as Geolocation).clearWatch(result as number), void answer()));
      return result;
    };
    const call: Call = { name, self, args, view, run: start, ask: held && askFor(guard), watch };
    const answer = (): Promise<unknown> => load().then((denials) => denials.answer(call, request));
    if (guard === 'geolocation') {
      // Taken back while the position was on its way, it must not arrive.
      args[0] &&= (position: never) => (isHeld(guard) ? answer() : (first as (position: unknown) => void)(position));
      if (held) void answer();
      return held ? watch || undefined : start();
    }
    return held ? answer() : run();
  }

  function around(owner: object, name: string, guard: Guard, view: View): void {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (!descriptor) return;
    const slot = descriptor.get ? 'get' : 'value';
    const guarded = new Proxy(Reflect.get(descriptor, slot) as () => unknown, {
      apply: (native, self, args: unknown[]) =>
        intercept(guard, name, () => Reflect.apply(native, self, args) as unknown, self, args, view),
      // The browsers do not agree on what sort of property it is.
      get: (native, key) =>
        (key === 'permission'
          ? stateOf(guard, Reflect.get(native, key) as string, 'default')
          : Reflect.get(native, key)) as unknown,
      construct(native, args, target) {
        if (!isHeld(guard)) return Reflect.construct(native, args, target) as object;
        // One that is never seen.
        const self = Object.assign(new EventTarget(), {
          onclick: null,
          onclose: null,
          onerror: null,
          onshow: null,
          close() {},
        });
        void intercept(guard, name, () => self, self, args, view);
        return Object.setPrototypeOf(
          Object.assign(self, { title: args[0] as unknown }, args[1]),
          (target as unknown as typeof Notification).prototype,
        ) as object;
      },
    });
    Object.defineProperty(owner, name, { ...descriptor, [slot]: guarded });
    // What others have put around ours stays, and finds it open.
    if (view === window) {
      signal.addEventListener('abort', () => {
        if (Object.getOwnPropertyDescriptor(owner, name)?.[slot] === guarded)
          Object.defineProperty(owner, name, descriptor);
      });
    }
  }

  /** Covers a window, once; not those of other origins. */
  function cover<Type extends (Window & View) | Document>(found: Type): Type {
    try {
      const view = ((found as Document).defaultView ?? found) as View;
      // A window that has gone to another page is another one, but looks the same from outside.
      if (seen.has(view.Object)) return found;
      seen.add(view.Object);
      for (const [guard, type, ...members] of covered) {
        const own = (view as unknown as Record<string, { prototype: object } | undefined>)[type];
        if (!own) continue;
        for (const member of members)
          around(member in own.prototype ? own.prototype : own, member, guard as Guard, view);
        if (type === 'Notification') around(view, type, guard as Guard, view);
      }
    } catch {
      // Another origin, which keeps to itself.
    }
    return found;
  }

  cover(window);
  // A frame may have gone to another page of this origin.
  addEventListener('load', ({ target }) => cover((target as HTMLIFrameElement).contentWindow as never), {
    capture: true,
    signal,
  });
  return {
    /** Covers frames that have come in. */
    coverFrames(): void {
      if (frames.length === frameCount) return;
      frameCount = frames.length;
      for (let index = frameCount; index--;) cover(frames[index] as never);
    },
    /** Ends what must not go on. */
    update(): void {
      if (isHeld('geolocation')) {
        ends.forEach((end) => end());
        ends.clear();
      }
      if (isHeld('push')) void load().then(({ unsubscribe }) => unsubscribe());
    },
  };
}
