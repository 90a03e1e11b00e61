/**
 * Holds browser APIs that find or disturb the visitor. A held call gets the API's own error, as if the visitor had refused it,
 * and the browser's own question, which it asks once, stays unspent.
 *
 * Here is only what must stand before any other script does; what a refusal looks like is in `denials.ts`.
 */
import type { Guard } from '../core/config.js';
import { idToAsk, isHeld, type Guards } from '../core/guards.js';
import { around, coverWindows, type View } from './cover.js';

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

/** What is held: the guard, the interface, and its members. */
const HELD: readonly (readonly [guard: Guard, type: string, ...members: string[]])[] = [
  ['geolocation', 'Geolocation', 'getCurrentPosition', 'watchPosition', 'clearWatch'],
  ['notifications', 'Notification', 'requestPermission'],
  ['notifications', 'ServiceWorkerRegistration', 'showNotification'],
  ['push', 'PushManager', 'subscribe', 'permissionState'],
];

/** Across what a page starts and ends, so that no number stands for two watches. */
let lastWatch = 0;

/**
 * @param guards Who names which guard, as it is now.
 * @param request See `Consent.request`.
 * @param signal Ends it: the native functions stand where they stood.
 */
export function createGuards(
  guards: () => Guards,
  granted: (id: string) => boolean,
  request: (id: string) => Promise<boolean>,
  load: () => Promise<Denials>,
  signal: AbortSignal,
) {
  /** Ends the watches of the position that a yes has let run. */
  const ends = new Set<() => void>();

  const holds = (guard: Guard): boolean => !signal.aborted && isHeld(guards(), guard, granted);

  /** What the permission looks like to the page. */
  const stateOf = (guard: Guard, native: string, open: string): string =>
    holds(guard) ? (native !== 'denied' && idToAsk(guards(), guard) ? open : 'denied') : native;

  function intercept(
    guard: Guard,
    name: string,
    native: () => unknown,
    self: unknown,
    args: unknown[],
    view: View,
  ): unknown {
    const [first] = args as [never];
    const run = (): unknown => Reflect.apply(native, self, args);
    if (name === 'clearWatch') return first < 0 ? void load().then(({ clearWatch }) => clearWatch(first)) : run();

    const isWatch = name === 'watchPosition';
    const watch = isWatch ? --lastWatch : 0;
    const held = holds(guard);
    const start = (): unknown => {
      const result = run();
      if (isWatch) ends.add(() => ((self as Geolocation).clearWatch(result as number), void answer()));
      return result;
    };
    const call: Call = { name, self, args, view, run: start, ask: held && idToAsk(guards(), guard), watch };
    const answer = (): Promise<unknown> => load().then((denials) => denials.answer(call, request));
    if (guard !== 'geolocation') return held ? answer() : run();
    // Taken back while the position was on its way, it must not arrive.
    args[0] &&= (position: never) => (holds(guard) ? answer() : (first as (position: unknown) => void)(position));
    if (!held) return start();
    void answer();
    return watch || undefined;
  }

  const coverFrames = coverWindows((view, undos) => {
    const types = view as unknown as Record<string, { prototype: object } | undefined>;
    for (const [guard, type, ...members] of HELD) {
      const { prototype } = types[type] ?? {};
      for (const name of prototype ? members : []) {
        around<() => unknown>(
          name in prototype! ? prototype! : types[type]!,
          name,
          { apply: (native, self, args: unknown[]) => intercept(guard, name, native, self, args, view) },
          undos,
        );
      }
    }
    around<typeof Notification>(
      view,
      'Notification',
      {
        // The browsers do not agree on what sort of property it is.
        get: (native, key) =>
          (key === 'permission'
            ? stateOf('notifications', native.permission, 'default')
            : Reflect.get(native, key)) as unknown,
        construct(Native, args, target) {
          if (!holds('notifications')) return Reflect.construct(Native, args, target) as object;
          // One that is never seen.
          const self = Object.assign(
            new EventTarget(),
            { onclick: null, onclose: null, onerror: null, onshow: null, close() {} },
            args[1] as object,
            { title: args[0] as unknown },
          );
          // After a yes it is, though the page holds another.
          const native = (): unknown => Reflect.construct(Native, args, target);
          void intercept('notifications', 'Notification', native, self, args, view);
          return Object.setPrototypeOf(self, (target as unknown as typeof Notification).prototype) as object;
        },
      },
      undos,
    );
    // Not every browser has it.
    if (types['Permissions']) {
      around<() => unknown>(
        types['Permissions'].prototype,
        'query',
        {
          apply(native, self, args: unknown[]) {
            const run = (): unknown => Reflect.apply(native, self, args);
            const guard = (args[0] as { name: Guard } | undefined)?.name as Guard;
            return guards()[guard] ? load().then(({ agree }) => agree(run, stateOf.bind(null, guard))) : run();
          },
        },
        undos,
      );
    }
  }, signal);

  return {
    coverFrames,
    /** Ends what must not go on. */
    update(): void {
      if (holds('geolocation')) {
        ends.forEach((end) => end());
        ends.clear();
      }
      if (holds('push')) void load().then(({ unsubscribe }) => unsubscribe());
    },
  };
}
