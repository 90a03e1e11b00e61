/** Puts something around the browser's own functions, in this window and in the frames of this origin. */

export type View = typeof globalThis;

/**
 * Puts a handler around a function or getter. A Proxy keeps its name, its length and its text.
 *
 * @param signal The function stands there again when it aborts; what others have put around ours by then stays.
 */
export function around<Native extends object>(
  owner: object,
  name: string,
  handler: ProxyHandler<Native>,
  signal?: AbortSignal,
): void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  if (!descriptor) return;
  const slot = descriptor.get ? 'get' : 'value';
  const ours = new Proxy(Reflect.get(descriptor, slot) as Native, handler);
  Object.defineProperty(owner, name, { ...descriptor, [slot]: ours });
  signal?.addEventListener('abort', () => {
    if (Object.getOwnPropertyDescriptor(owner, name)?.[slot] === ours) Object.defineProperty(owner, name, descriptor);
  });
}

/**
 * Calls `install` for this window at once, and for each frame of this origin before any script can use it: in the task that
 * inserts it, and when it has gone to another page. Frames of other origins keep to themselves.
 *
 * @param install Gets the window, and the signal to undo by; none for a frame, whose window must not be kept alive.
 * @returns To be called when something came into the document: covers frames that nobody has touched yet.
 */
export function coverWindows(install: (view: View, signal?: AbortSignal) => void, signal: AbortSignal): () => void {
  const seen = new WeakSet<object>();
  let count = 0;

  function cover<Found>(found: Found): Found {
    try {
      const view = ((found as Document).defaultView ?? found) as View;
      // A window that has gone to another page is another one, but looks the same from outside.
      if (!signal.aborted && !seen.has(view.Object)) {
        seen.add(view.Object);
        const own = view === window ? signal : undefined;
        install(view, own);
        for (const name of ['contentWindow', 'contentDocument']) {
          const apply = (native: () => unknown, self: unknown): unknown => cover(Reflect.apply(native, self, []));
          around(view.HTMLIFrameElement.prototype, name, { apply }, own);
        }
      }
    } catch {
      // Another origin.
    }
    return found;
  }

  cover(window);
  addEventListener('load', ({ target }) => cover((target as HTMLIFrameElement).contentWindow), {
    capture: true,
    signal,
  });
  return () => {
    if (frames.length === count) return;
    count = frames.length;
    for (let index = count; index--;) cover(frames[index]);
  };
}
