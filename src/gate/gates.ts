/**
 * Everything on the page that waits for a yes: marked elements (`data-consent`), whenever and however they come into the
 * document, and functions (`consent.gate()`).
 *
 * Nothing is kept about elements but what stands on them: each pass compares an element's condition with its
 * `data-consent-state` and releases or silences what differs. So added, moved, cloned and removed elements need no
 * book-keeping, and the cost grows with the number of elements alone.
 */
import { holds, idOf, termsOf } from '../core/condition.js';
import type { Choices } from '../core/decide.js';
import { breathe } from './breathe.js';
import { load, silence } from './elements.js';
import { scriptQueues, type FailureReport } from './scripts.js';
import { trusted, type Policy } from './trusted-types.js';

const MARKED = '[data-consent]';

/** What starts on yes and returns what ends it on no. */
export type Run = () => void | (() => void);

/** Looks to a pass like a marked element. */
interface FunctionGate {
  readonly dataset: DOMStringMap;
  isConnected: boolean;
  readonly run: Run;
  undo?: Run | void;
}

type Gated = (HTMLElement & { run?: undefined }) | FunctionGate;

const isTemplate = (gated: Gated): gated is HTMLTemplateElement =>
  (gated as Partial<HTMLElement>).localName === 'template';

/** Runs the host's code; its mistakes are its own and stop nothing. */
function guarded(run: Run | void): Run | void {
  try {
    return run?.();
  } catch (error) {
    reportError(error);
  }
}

/** Calls back with what few pages need, such as templates, or says that it cannot be had: so it comes when needed. */
export type WithRare = (then: (rare: Rare) => void, otherwise?: () => void) => void;

export interface Rare extends FailureReport {
  readonly unfold: (template: HTMLTemplateElement, policy: Policy) => HTMLScriptElement[];
  readonly fold: (template: HTMLTemplateElement) => void;
}

/**
 * @param choices The choices as they are now; asked again before each release.
 * @param onMutation Called when something came into the document, before it is looked at.
 */
export function createGates(
  choices: () => Choices,
  isService: (id: string) => boolean,
  withRare: WithRare,
  nonce: string | undefined,
  onMutation: () => void,
) {
  const functions = new Set<FunctionGate>();
  /** Names of queues of which a script has run and nothing undid it. */
  const ran = new Set<string>();
  const runScript = scriptQueues(nonce, ran, withRare);

  const marked = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(MARKED)];

  /** Whether it is marked, and stands otherwise than it should. */
  const differs = ({ dataset: { consent, consentState } }: Gated): boolean =>
    consent !== undefined && holds(consent, choices()) !== !!consentState;

  /** A single service names the queue its scripts stand in; else the list of ids does. */
  function queueOf({ dataset }: Gated): string {
    const ids = termsOf(dataset['consent'] ?? '').map(idOf);
    const services = ids.filter(isService);
    return (services.length === 1 ? services : ids).join();
  }

  function open(gated: Gated): void {
    const { dataset } = gated;
    if (dataset['consentState'] || !gated.isConnected || !differs(gated)) return;
    dataset['consentState'] = 'granted';
    if (gated.run) {
      gated.undo = undefined;
      gated.undo = guarded(gated.run);
      // It may have been closed from inside.
      if (!dataset['consentState']) guarded(gated.undo);
      return;
    }
    const queue = queueOf(gated);
    if (isTemplate(gated)) {
      withRare(
        // The answer may have been taken back meanwhile.
        ({ unfold }) =>
          dataset['consentState'] && unfold(gated, trusted()).forEach((script) => runScript(queue, script)),
        () => close(gated),
      );
    }
    // A script that is not inert has run already.
    else if ((gated as HTMLScriptElement).type === 'text/plain') runScript(queue, gated as HTMLScriptElement);
    else load(gated);
  }

  function close(gated: Gated): void {
    if (!gated.dataset['consentState']) return;
    delete gated.dataset['consentState'];
    if (gated.run) guarded(() => gated.undo && (gated.undo(), void ran.delete(queueOf(gated))));
    else if (isTemplate(gated)) withRare(({ fold }) => fold(gated));
    else silence(gated);
  }

  /** Closes at once what must not stay open, then opens in slices what may. */
  async function pass(all: Gated[], after?: Promise<unknown>): Promise<void> {
    const different = all.filter(differs);
    different.forEach(close);
    await after;
    for (const gated of different) {
      await breathe();
      open(gated);
    }
  }

  const observer = new MutationObserver((mutations) => {
    onMutation();
    const nodes = mutations.flatMap(({ attributeName, target, addedNodes }) =>
      attributeName ? [target] : [...addedNodes],
    );
    void pass((nodes as HTMLElement[]).flatMap((node) => (node.dataset ? [node, ...marked(node)] : [])));
  });
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-consent'] });

  return {
    ran,

    /** Those that wait, and those that run. */
    functions,

    /** Brings everything in line with the choices: what must stop stops in this task, what may start starts after `after`. */
    update: (after?: Promise<unknown>): void => void pass([...functions, ...marked(document)], after),

    /** See `Consent.gate`. */
    add: (condition: string, run: Run): (() => void) => {
      const gate: FunctionGate = { dataset: { consent: condition }, isConnected: true, run };
      functions.add(gate);
      open(gate);
      return () => {
        functions.delete(gate);
        gate.isConnected = false;
        close(gate);
      };
    },

    /** Runs a released script in the queue of that name; see {@link scriptQueues}. */
    runScript,

    /** Undoes every function gate and stops watching; released elements stay as they are. */
    dispose(): void {
      choices = () => ({});
      observer.disconnect();
      functions.forEach(close);
      functions.clear();
    },
  };
}
