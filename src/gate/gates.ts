/**
 * Everything on the page that waits for a yes: marked elements (`data-consent`), whenever and however they come into the
 * document, and functions (`consent.gate()`).
 *
 * Nothing is kept about elements but what stands on them: each pass compares an element's condition with its
 * `data-consent-state` and releases or silences what differs. So added, moved, cloned and removed elements need no
 * book-keeping, and the cost grows with the number of elements alone.
 */
import { holds, idsOf } from '../core/condition.js';
import type { Choices } from '../core/decide.js';
import { breathe } from './breathe.js';
import { load, silence } from './elements.js';
import { scriptQueues } from './scripts.js';

const MARKED = '[data-consent]';

/** What starts on yes and returns what ends it on no. */
export type Run = () => void | (() => void);

interface FunctionGate {
  readonly condition: string;
  readonly run: Run;
  /** Set while it is open. */
  undo?: Run | undefined;
}

/** Runs the host's code; its mistakes are its own and stop nothing. */
function guarded(run: Run): Run | void {
  try {
    return run() as Run | void;
  } catch (error) {
    reportError(error);
  }
}

/**
 * @param choices The choices as they are now; asked again before each release.
 * @param onUnknown Told of ids that nobody configured.
 */
export function createGates(
  choices: () => Choices,
  isService: (id: string) => boolean,
  onUnknown: (id: string) => void,
  nonce: string | undefined,
) {
  const functions = new Set<FunctionGate>();
  const runScript = scriptQueues(nonce);

  const allowed = (condition: string): boolean => {
    for (const id of idsOf(condition)) if (!(id in choices())) onUnknown(id);
    return holds(condition, choices());
  };

  function release(element: HTMLElement, condition: string): void {
    let scripts = [element] as HTMLScriptElement[];
    if (element.localName !== 'script') {
      element.dataset['consentState'] = 'granted';
      scripts = load(element);
    }
    // A single service names the queue its scripts stand in; else the list of ids does.
    const ids = idsOf(condition);
    const services = ids.filter(isService);
    const queue = (services[1] ? ids : services[0] ? services : ids).join();
    for (const script of scripts) {
      // A script that is not inert has run already.
      if (script.type === 'text/plain') runScript(queue, script, () => allowed(condition));
    }
  }

  /** Silences at once, then releases in slices. */
  async function pass(elements: Iterable<Element>, after?: Promise<unknown>): Promise<void> {
    const waiting: (() => void)[] = [];
    for (const element of elements as Iterable<HTMLElement>) {
      const { consent, consentState } = element.dataset;
      if (consent === undefined || allowed(consent) === !!consentState) continue;
      if (consentState) {
        delete element.dataset['consentState'];
        if (element.localName !== 'script') silence(element);
      } else waiting.push(() => element.isConnected && allowed(consent) && release(element, consent));
    }
    await after;
    for (const step of waiting) {
      await breathe();
      step();
    }
  }

  /** Opens or closes a function gate where it must be. */
  function follow(gate: FunctionGate): void {
    const open = functions.has(gate) && allowed(gate.condition);
    const { undo } = gate;
    if (open === !!undo) return;
    gate.undo = open ? () => {} : undefined;
    const result = guarded(undo ?? gate.run);
    if (open && result) gate.undo = result;
  }

  const observer = new MutationObserver((mutations) => {
    for (const { target, addedNodes } of mutations) {
      for (const node of addedNodes.length ? addedNodes : [target]) {
        if (node instanceof HTMLElement) void pass([node, ...node.querySelectorAll(MARKED)]);
      }
    }
  });
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-consent'] });

  return {
    /** Brings everything in line with the choices: what must stop stops in this task, what may start starts after `after`. */
    async update(after?: Promise<unknown>): Promise<void> {
      void pass(document.querySelectorAll(MARKED), after);
      for (const gate of functions) if (gate.undo) follow(gate);
      await after;
      for (const gate of functions) {
        await breathe();
        follow(gate);
      }
    },

    /** See `Consent.gate`. */
    add(condition: string, run: Run): () => void {
      const gate: FunctionGate = { condition, run };
      functions.add(gate);
      follow(gate);
      return () => {
        functions.delete(gate);
        follow(gate);
      };
    },

    /** Undoes every function gate and stops watching; released elements stay as they are. */
    dispose(): void {
      observer.disconnect();
      for (const gate of functions) {
        functions.delete(gate);
        follow(gate);
      }
    },
  };
}
