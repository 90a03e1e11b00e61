/**
 * Waits for a global whose vendor leaves no room for a stub. Whoever reads it first after it was put in its place finds that
 * it has been told already.
 *
 * @param arrive Called with it. Where it throws, what arrived was not finished, and the next who reads it brings another try.
 * @returns Stops waiting.
 */
export function onArrival(name: string, arrive: (arrived: unknown) => void): () => void {
  let value: unknown;
  let isBusy = false;
  const own: PropertyDescriptor & ThisType<unknown> = {
    configurable: true,
    enumerable: true,
    get() {
      if (value && !isBusy) {
        isBusy = true;
        try {
          arrive(value);
          settle();
        } catch {
          isBusy = false;
        }
      }
      return value;
    },
    set(next: unknown) {
      value = next;
    },
  };

  function settle(): void {
    if (Object.getOwnPropertyDescriptor(globalThis, name)?.get !== own.get) return;
    Reflect.deleteProperty(globalThis, name);
    if (value !== undefined) (globalThis as unknown as Record<string, unknown>)[name] = value;
  }

  Object.defineProperty(globalThis, name, own);
  return settle;
}
