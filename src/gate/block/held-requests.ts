/**
 * `fetch`, `XMLHttpRequest` and `sendBeacon`: a held call fails as it would without a network, and by the browser's own types.
 */
import type { View } from '../cover.js';
import type { Addresses } from './addresses.js';
import type { Around } from './around.js';

/** What an XMLHttpRequest was opened for. */
interface Call {
  readonly url: string;
  readonly isAsync: boolean;
  /** Held, and about to fail. */
  isFailing?: boolean;
  hasFailed?: boolean;
}

export function holdRequests(view: View, around: Around, { isHeld }: Addresses): void {
  const { get: requestUrl } = Object.getOwnPropertyDescriptor(view.Request.prototype, 'url') as unknown as {
    readonly get: (this: unknown) => string;
  };

  /** Also of a frame's own class. */
  const urlOfRequest = (input: unknown): string | undefined => {
    try {
      return typeof input === 'object' ? requestUrl.call(input) : undefined;
    } catch {
      return undefined;
    }
  };

  around(view, 'fetch', 'value', (native, self, args) => {
    if (args.length) {
      const url = urlOfRequest(args[0]);
      let text = url ?? '';
      try {
        // Read once: an object may say something else the next time.
        if (url === undefined) args[0] = text = `${args[0] as string}`;
      } catch (error) {
        const reason = error as Error;
        return view.Promise.reject(reason);
      }
      if (isHeld(text)) return view.Promise.reject(new view.TypeError('Failed to fetch'));
    }
    return Reflect.apply(native, self, args);
  });

  // True, for the browser too says only that it has taken the beacon, and false makes trackers try other ways.
  around(view.Navigator.prototype, 'sendBeacon', 'value', (native, self, args) => {
    if (args.length) args[0] = `${args[0] as string}`;
    return (args.length > 0 && isHeld(args[0] as string)) || Reflect.apply(native, self, args);
  });

  const calls = new WeakMap<object, Call>();
  const { prototype } = view.XMLHttpRequest;

  around(prototype, 'open', 'value', (native, self, args) => {
    if (args.length > 1) args[1] = `${args[1] as string}`;
    const result = Reflect.apply(native, self, args);
    calls.set(self as object, { url: args[1] as string, isAsync: args.length < 3 || !!args[2] });
    return result;
  });

  const finish = (request: XMLHttpRequest, call: Call, type: 'error' | 'abort', hasBody: boolean): void => {
    call.isFailing = false;
    call.hasFailed = true;
    request.dispatchEvent(new view.Event('readystatechange'));
    for (const target of hasBody ? [request.upload, request] : [request]) {
      target.dispatchEvent(new view.ProgressEvent(type));
      target.dispatchEvent(new view.ProgressEvent('loadend'));
    }
  };

  around(prototype, 'send', 'value', (native, self, args) => {
    const request = self as XMLHttpRequest;
    const call = calls.get(request);
    if (!call || call.hasFailed || !isHeld(call.url)) return Reflect.apply(native, self, args);
    if (call.isFailing) throw new view.DOMException('The request has been sent.', 'InvalidStateError');
    if (!call.isAsync) {
      call.hasFailed = true;
      throw new view.DOMException(`Failed to load '${call.url}'.`, 'NetworkError');
    }
    call.isFailing = true;
    request.dispatchEvent(new view.ProgressEvent('loadstart'));
    view.setTimeout(
      () => call.isFailing && calls.get(request) === call && finish(request, call, 'error', args[0] != null),
    );
    return undefined;
  });

  around(prototype, 'abort', 'value', (native, self, args) => {
    const call = calls.get(self as object);
    if (call?.isFailing) finish(self as XMLHttpRequest, call, 'abort', false);
    return Reflect.apply(native, self, args);
  });

  around(prototype, 'readyState', 'get', (native, self, args) =>
    calls.get(self as object)?.hasFailed ? prototype.DONE : Reflect.apply(native, self, args),
  );
}
