/** How browser APIs answer when the visitor has refused them. Downloaded with the first call that a guard holds. */
import type { Call } from './guards.js';

/** `GeolocationPositionError` has no constructor that a page may call. */
const positionError = ({ GeolocationPositionError: { prototype } }: Call['view']): GeolocationPositionError =>
  Object.create(prototype, {
    code: { value: 1, enumerable: true },
    message: { value: 'User denied Geolocation', enumerable: true },
  }) as GeolocationPositionError;

/** Calls the page back; its mistakes are its own. */
function tell(callback: unknown, value: unknown): void {
  try {
    if (typeof callback === 'function') (callback as (value: unknown) => void)(value);
  } catch (error) {
    reportError(error);
  }
}

/**
 * Answers a call as the browser does after a refusal.
 *
 * Sources: Geolocation (PERMISSION_DENIED), Notifications API (constructor, requestPermission, showNotification), Push API
 * (subscribe), Media Capture and Streams (getUserMedia).
 */
function deny({ name, self, args, view }: Call): unknown {
  switch (name) {
    case 'getCurrentPosition':
    case 'watchPosition':
      return tell(args[1], positionError(view));
    case 'requestPermission':
      tell(args[0], 'denied');
      return 'denied';
    case 'permissionState':
      return 'denied';
    case 'Notification': {
      const notification = self as Notification;
      const event = new view.Event('error');
      tell(notification.onerror, event);
      return notification.dispatchEvent(event);
    }
    case 'showNotification':
      throw new view.TypeError('No notification permission has been granted for this origin.');
    default:
      throw new view.DOMException('Permission denied', 'NotAllowedError');
  }
}

/** Watches that were held, by the number the page has of them: what ends them once they run. Those that it ended are gone. */
const watches = new Map<number, (() => void) | undefined>();

/** Asks the visitor where the site wants that and goes on after a yes; else answers as the browser does after a refusal. */
export async function answer(call: Call, request: (id: string) => Promise<boolean>): Promise<unknown> {
  const { name, self, ask, run, watch } = call;
  // What was allowed and is taken back is not asked for again.
  call.ask = undefined;
  if (!ask) return deny(call);
  if (name === 'permissionState') return 'prompt';
  if (watch) watches.set(watch, undefined);
  const granted = await request(ask);
  if (watch && !watches.delete(watch)) return undefined;
  if (!granted) return deny(call);
  if (!watch) return run();
  const number = run() as number;
  watches.set(watch, () => (self as Geolocation).clearWatch(number));
  return number;
}

/** Ends a watch that was held, whether it runs by now or still waits for an answer. */
export function clearWatch(watch: number): void {
  watches.get(watch)?.();
  watches.delete(watch);
}

interface Followed {
  readonly status: WeakRef<PermissionStatus>;
  last: string;
}

const followed = new Set<Followed>();

function tellChanges(): void {
  for (const each of followed) {
    const status = each.status.deref();
    if (!status) followed.delete(each);
    else if (status.state !== each.last) {
      each.last = status.state;
      status.dispatchEvent(new Event('change'));
    }
  }
}

/**
 * Makes a status say what the guard makes of the browser's word, now and later, and tell its listeners when that changes.
 *
 * @param run The browser's own `query`.
 */
export async function agree(
  run: () => unknown,
  stateOf: (native: string, open: string) => string,
): Promise<PermissionStatus> {
  const status = (await run()) as PermissionStatus;
  const prototype = Object.getPrototypeOf(status) as PermissionStatus;
  const get = (): string => stateOf(Reflect.get(prototype, 'state', status), 'prompt');
  Object.defineProperty(status, 'state', { configurable: true, enumerable: true, get });
  if (!followed.size) document.addEventListener('candor-change', tellChanges);
  followed.add({ status: new WeakRef(status), last: get() });
  return status;
}

/** Ends the push subscriptions of this origin: whoever may go on sending, nobody listens. */
export async function unsubscribe(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.allSettled(
    registrations.map(async ({ pushManager }) => (await pushManager?.getSubscription())?.unsubscribe()),
  );
}
