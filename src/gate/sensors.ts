/**
 * Holds camera, microphone and motion sensors: guards that a site opts into with `candor-block.js`. What runs on a yes ends with
 * it: tracks stop, sensors stop, listeners hear no more.
 */
import type { Guard } from '../core/config.js';
import { idToAsk, isHeld, type Guards } from '../core/guards.js';
import { around, coverWindows, type Undo, type View } from './cover.js';

const MOTION_EVENTS = ['devicemotion', 'deviceorientation', 'deviceorientationabsolute'];

/** Why a sensor says nothing: Generic Sensor API, "notify error". */
function refusal(view: View): Event {
  const error = new view.DOMException('Permission denied', 'NotAllowedError');
  const { SensorErrorEvent } = view as View & { SensorErrorEvent?: new (type: string, init: object) => Event };
  return SensorErrorEvent
    ? new SensorErrorEvent('error', { error })
    : Object.assign(new view.Event('error'), { error });
}

interface Sensor extends EventTarget {
  start(): void;
  stop(): void;
}

/**
 * @param guards Who names which guard, as it is now.
 * @param request See `Consent.request`.
 * @param signal Ends it: the native functions stand where they stood.
 */
export function holdSensors(
  guards: () => Guards,
  granted: (id: string) => boolean,
  request: (id: string) => Promise<boolean>,
  signal: AbortSignal,
) {
  const holds = (guard: Guard): boolean => !signal.aborted && isHeld(guards(), guard, granted);
  /** Ends what a yes has let run, by guard. */
  const ends: Partial<Record<Guard, Set<() => void>>> = {};
  const endWith = (guard: Guard, end: () => void): void => void (ends[guard] ??= new Set()).add(end);
  /** Starts what waits for a yes. */
  const waiting = new Set<() => void>();

  /** Asks for each held guard where the site wants that. */
  async function allowed(needed: readonly Guard[]): Promise<boolean> {
    for (const guard of needed) {
      const id = holds(guard) ? idToAsk(guards(), guard) : undefined;
      if (id) await request(id);
    }
    return !needed.some(holds);
  }

  function holdMedia(view: View, undos: Undo[]): void {
    if (!view.MediaDevices) return;
    around<MediaDevices['getUserMedia']>(
      view.MediaDevices.prototype,
      'getUserMedia',
      {
        apply: async (native, self: MediaDevices, args: [MediaStreamConstraints?]) => {
          const { audio, video } = args[0] ?? {};
          const needed: Guard[] = [...(video ? ['camera' as const] : []), ...(audio ? ['microphone' as const] : [])];
          if (!(await allowed(needed))) throw new view.DOMException('Permission denied', 'NotAllowedError');
          const stream = await Reflect.apply<MediaDevices, [MediaStreamConstraints?], Promise<MediaStream>>(
            native,
            self,
            args,
          );
          const end = (kind: string) => (): void => {
            for (const track of stream.getTracks()) {
              if (track.kind !== kind) continue;
              track.stop();
              // Stopped by the page itself a track says nothing; this one was not.
              track.dispatchEvent(new view.Event('ended'));
            }
          };
          if (video) endWith('camera', end('video'));
          if (audio) endWith('microphone', end('audio'));
          // Taken back while the browser was asking.
          if (needed.some(holds)) {
            update();
            throw new view.DOMException('Permission denied', 'NotAllowedError');
          }
          return stream;
        },
      },
      undos,
    );
  }

  /** Listeners are kept until the yes: a listener alone makes browsers switch the sensor on. */
  function holdMotionEvents(view: View, undos: Undo[]): void {
    type Registration = [type: string, listener: unknown, options: unknown];
    const kept: Registration[] = [];
    const same = (
      [type, listener, options]: Registration,
      [otherType, otherListener, otherOptions]: Registration,
    ): boolean => type === otherType && listener === otherListener && isCapture(options) === isCapture(otherOptions);
    const isCapture = (options: unknown): boolean =>
      typeof options === 'object' && options ? !!(options as AddEventListenerOptions).capture : !!options;
    const native = (name: 'addEventListener' | 'removeEventListener'): (() => unknown) =>
      Reflect.get(view.EventTarget.prototype, name) as () => unknown;
    const add = native('addEventListener');
    const remove = native('removeEventListener');
    const isMotion = (self: unknown, type: unknown): boolean =>
      (self ?? view) === view && MOTION_EVENTS.includes(type as string) && !!guards().motion;
    const start = (registration: Registration): void => {
      Reflect.apply(add, view, registration);
      endWith('motion', () => void Reflect.apply(remove, view, registration));
    };
    around<() => void>(
      view.EventTarget.prototype,
      'addEventListener',
      {
        apply(native, self, args: Registration) {
          if (!isMotion(self, args[0])) return Reflect.apply(native, self, args) as unknown;
          if (!kept.some((each) => same(each, args))) kept.push(args);
          return holds('motion') ? void allowed(['motion']) : start(args);
        },
      },
      undos,
    );
    around<() => void>(
      view.EventTarget.prototype,
      'removeEventListener',
      {
        apply(native, self, args: Registration) {
          const index = isMotion(self, args[0]) ? kept.findIndex((each) => same(each, args)) : -1;
          if (index >= 0) kept.splice(index, 1);
          return Reflect.apply(native, self, args) as unknown;
        },
      },
      undos,
    );
    for (const type of MOTION_EVENTS) {
      let handler: unknown = null;
      const call = (event: Event): unknown =>
        typeof handler === 'function' ? (handler as (event: Event) => unknown).call(view, event) : undefined;
      const name = `on${type}`;
      around(view, name, { apply: () => handler }, undos, 'get');
      around(
        view,
        name,
        {
          apply(_native, _self, [value]: [unknown]) {
            handler = value;
            view.removeEventListener(type, call);
            if (value) view.addEventListener(type, call);
          },
        },
        undos,
        'set',
      );
    }
    waiting.add(() => kept.forEach(start));
  }

  function holdSensorClasses(view: View, undos: Undo[]): void {
    const { Sensor, DeviceMotionEvent, DeviceOrientationEvent } = view as View & { Sensor?: { prototype: Sensor } };
    if (Sensor) {
      around<() => void>(
        Sensor.prototype,
        'start',
        {
          apply(native, self: Sensor, args) {
            const start = (): void => {
              Reflect.apply(native, self, args);
              endWith('motion', () => (self.stop(), void self.dispatchEvent(refusal(view))));
            };
            if (!holds('motion')) return start();
            void allowed(['motion']).then((yes) => (yes ? start() : self.dispatchEvent(refusal(view))));
          },
        },
        undos,
      );
    }
    // iOS asks for these by a click, once.
    for (const type of [DeviceMotionEvent, DeviceOrientationEvent]) {
      if (!type) continue;
      around<() => Promise<string>>(
        type,
        'requestPermission',
        {
          apply: async (native, self, args) =>
            (await allowed(['motion'])) ? ((await Reflect.apply(native, self, args)) as string) : 'denied',
        },
        undos,
      );
    }
  }

  const coverFrames = coverWindows((view, undos) => {
    holdMedia(view, undos);
    holdMotionEvents(view, undos);
    holdSensorClasses(view, undos);
  }, signal);

  /** Ends what must not go on, and starts what waited. */
  function update(): void {
    for (const guard of ['camera', 'microphone', 'motion'] as const) {
      if (!holds(guard)) continue;
      ends[guard]?.forEach((end) => end());
      ends[guard]?.clear();
    }
    if (!holds('motion')) waiting.forEach((start) => start());
  }
  // What waits then waits for nobody.
  signal.addEventListener('abort', update);
  return { coverFrames, update };
}
