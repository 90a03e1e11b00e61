/** `EventSource` and `WebSocket`: a held one fails as it would without a network; an open one ends with the yes. */
import type { Undo, View } from '../cover.js';
import type { Addresses } from './addresses.js';
import { aroundClass } from './around.js';

type Connection = EventTarget & { readyState: number; close(): void } & Record<`on${string}`, unknown>;

const CONNECTING = 0;
/** `readyState` of a WebSocket, and of an EventSource that has ended. */
const CLOSING = 2;
const EVENT_SOURCE_CLOSED = 2;

/** @returns Closes what is open and has lost its yes. */
export function holdConnections(view: View, undos: Undo[], { isHeld, idsOf, parse }: Addresses): () => void {
  const open = new Map<Connection, string>();

  /**
   * @param closed `readyState` of one that has ended.
   * @param own What it has besides what all of them have.
   * @param last What it says after `error`.
   */
  const hold = (
    name: string,
    closed: number,
    own: (connection: Connection, url: URL, options: unknown) => object,
    last: readonly (() => Event)[],
  ): void =>
    aroundClass(view, name, undos, (native, args: unknown[], subclass) => {
      if (args.length) args[0] = `${args[0] as string}`;
      const address = args[0] as string;
      if (!args.length || !isHeld(address)) {
        const connection = Reflect.construct(native, args, subclass) as Connection;
        if (idsOf(address).length) {
          open.set(connection, address);
          const forget = (): void => void (connection.readyState === closed && open.delete(connection));
          for (const type of ['close', 'error']) connection.addEventListener(type, forget);
        }
        return connection;
      }
      const url = parse(address);
      if (!url) throw new view.DOMException(`The URL '${address}' is invalid.`, 'SyntaxError');

      // One of its class, of which nothing but the events is the browser's own: those of its prototype would need a real one.
      const connection = Reflect.construct(view.EventTarget, [], subclass) as Connection;
      const properties = {
        readyState: CONNECTING,
        onopen: null,
        onmessage: null,
        onerror: null,
        close: (): void =>
          void (connection.readyState =
            closed === EVENT_SOURCE_CLOSED ? closed : Math.max(connection.readyState, CLOSING)),
        ...own(connection, url, args[1]),
      };
      Object.defineProperties(connection, Object.getOwnPropertyDescriptors(properties));
      for (const type of ['error', 'close']) {
        connection.addEventListener(type, (event) => {
          const handler = connection[`on${type}`];
          if (typeof handler === 'function') handler.call(connection, event);
        });
      }
      view.setTimeout(() => {
        if (connection.readyState === closed) return;
        connection.readyState = closed;
        for (const event of [() => new view.Event('error'), ...last]) connection.dispatchEvent(event());
      });
      return connection;
    });

  hold(
    'EventSource',
    EVENT_SOURCE_CLOSED,
    (_, { href }, options) => ({
      url: href,
      withCredentials: !!(options as EventSourceInit | undefined)?.withCredentials,
    }),
    [],
  );
  hold(
    'WebSocket',
    3,
    (connection, url) => ({
      url: url.href.replace(/^http/, 'ws'),
      protocol: '',
      extensions: '',
      bufferedAmount: 0,
      onclose: null,
      binaryType: 'blob',
      send: () => {
        if (connection.readyState === CONNECTING) {
          throw new view.DOMException('Still in CONNECTING state.', 'InvalidStateError');
        }
      },
    }),
    [() => new view.CloseEvent('close', { code: 1006 })],
  );

  return () => {
    for (const [connection, address] of open) {
      if (isHeld(address)) {
        open.delete(connection);
        connection.close();
      }
    }
  };
}
