import type { Consent } from '../core/consent.js';
import type { Report, Signal } from '../core/signal.js';

/** Everything outside that is told of choices. */
export interface Hub {
  /** @returns Disconnects it. */
  readonly connect: (signal: Signal) => () => void;
  /** Tells all of a decision. */
  readonly update: () => void;
  /** Disconnects all. */
  readonly dispose: () => void;
}

/** Whatever one of them throws, the others are told. */
export function createHub(consent: Consent, report: Report): Hub {
  const connected = new Map<Signal, void | (() => void)>();
  const attempt = <Result>(signal: Signal, run: () => Result): Result | undefined => {
    try {
      return run();
    } catch (error) {
      console.error(`Candor: the signal ${signal.id} failed`, error);
      return undefined;
    }
  };
  const tell = (_undo: unknown, signal: Signal): void => attempt(signal, () => signal.update?.(consent));
  const disconnect = (undo: void | (() => void), signal: Signal): void => {
    connected.delete(signal);
    if (undo) attempt(signal, undo);
  };

  return {
    connect(signal) {
      const undo = attempt(signal, () => signal.start?.(consent, report));
      connected.set(signal, undo);
      if (consent.decision.at) tell(undo, signal);
      return () => disconnect(undo, signal);
    },
    update: () => connected.forEach(tell),
    dispose: () => connected.forEach(disconnect),
  };
}
