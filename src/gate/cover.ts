/** Puts something around the browser's own functions, in this window and in the frames of this origin. */

export type View = typeof globalThis;

export type Undo = () => unknown;

/** The part of a property that is a function. */
export type Slot = 'value' | 'get' | 'set';

/**
 * Puts a handler around a function, getter or setter, where this browser has it. A Proxy keeps its name, its length and its
 * text.
 *
 * @param undos Gets what leaves the function itself behind; what others have put around ours by then stays.
 */
export function around<Native extends object>(
  owner: object,
  name: string,
  handler: ProxyHandler<Native>,
  undos: Undo[],
  slot: Slot = 'value',
): void {
  const current = (): Native | undefined =>
    (Object.getOwnPropertyDescriptor(owner, name) as Partial<Record<Slot, Native>> | undefined)?.[slot];
  // The rest of the property stays as it is.
  const put = (found: Native): object => Object.defineProperty(owner, name, { [slot]: found });
  const native = current();
  if (!native) return;
  const ours = new Proxy(native, handler);
  put(ours);
  undos.push(() => current() === ours && put(native));
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
  /** By a class of the window, which so keeps its list alive, and nothing else does. */
  const seen = new WeakMap<object, Undo[]>();
  const lists: WeakRef<Undo[]>[] = [];
  let count = 0;

  function cover<Found>(found: Found): Found {
    try {
      const view = ((found as Document).defaultView ?? found) as View;
      // A window that has gone to another page is another one, but looks the same from outside.
      if (!signal.aborted && !seen.has(view.Object)) {
        const undos: Undo[] = [];
        seen.set(view.Object, undos);
        lists.push(new WeakRef(undos));
        install(view, undos);
        for (const name of ['contentWindow', 'contentDocument']) {
          const apply = (native: () => unknown, self: unknown): unknown => cover(Reflect.apply(native, self, []));
          around(view.HTMLIFrameElement.prototype, name, { apply }, undos, 'get');
        }
      }
    } catch {
      // Another origin.
    }
    return found;
  }

  cover(window);
  signal.addEventListener('abort', () => {
    for (const list of lists) {
      try {
        list.deref()?.forEach((undo) => undo());
      } catch {
        // It has gone to another origin.
      }
    }
  });
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
