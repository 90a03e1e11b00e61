/** Puts something around the browser's own functions, in this window and in the frames of this origin. */

export type View = typeof globalThis;

export type Undo = () => void;

/**
 * Puts a handler around a function or getter. A Proxy keeps its name, its length and its text.
 *
 * @param undos Gets what leaves the function itself behind; what others have put around ours by then stays.
 */
export function around<Native extends object>(
  owner: object,
  name: string,
  handler: ProxyHandler<Native>,
  undos: Undo[],
): void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  if (!descriptor) return;
  const slot = descriptor.get ? 'get' : 'value';
  const ours = new Proxy(Reflect.get(descriptor, slot) as Native, handler);
  Object.defineProperty(owner, name, { ...descriptor, [slot]: ours });
  undos.push(() => {
    if (Object.getOwnPropertyDescriptor(owner, name)?.[slot] === ours) Object.defineProperty(owner, name, descriptor);
  });
}

/**
 * Calls `install` for this window at once, and for each frame of this origin before any script can use it: in the task that
 * inserts it, and when it has gone to another page. Frames of other origins keep to themselves.
 *
 * @param install Gets the window, and a list to put into what undoes it. The list lives as long as the window.
 * @param signal Undoes it in this window and in the frames that are left.
 * @returns To be called when something came into the document: covers frames that nobody has touched yet.
 */
export function coverWindows(install: (view: View, undos: Undo[]) => void, signal: AbortSignal): () => void {
  const seen = new WeakMap<object, Undo[]>();
  let count = 0;

  function cover<Found>(found: Found): Found {
    try {
      const view = ((found as Document).defaultView ?? found) as View;
      // A window that has gone to another page is another one, but looks the same from outside.
      if (!signal.aborted && !seen.has(view.Object)) {
        const undos: Undo[] = [];
        seen.set(view.Object, undos);
        install(view, undos);
        for (const name of ['contentWindow', 'contentDocument']) {
          const apply = (native: () => unknown, self: unknown): unknown => cover(Reflect.apply(native, self, []));
          around(view.HTMLIFrameElement.prototype, name, { apply }, undos);
        }
      }
    } catch {
      // Another origin.
    }
    return found;
  }

  function leave(view: View): void {
    try {
      seen.get(view.Object)?.forEach((undo) => undo());
      for (let index = view.frames.length; index--;) leave(view.frames[index] as View & Window);
    } catch {
      // Another origin.
    }
  }

  cover(window);
  signal.addEventListener('abort', () => leave(window));
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
