/**
 * Blocking: what third parties ask for by code is held while an id that names its address is not a yes, from before the first
 * of them runs.
 */
import type { Config } from '../../core/config.js';
import { around, coverWindows, type Undo, type View } from '../cover.js';
import { createAddresses } from './addresses.js';
import type { Around } from './around.js';
import { holdConnections } from './held-connections.js';
import { holdElements } from './held-elements.js';
import { holdMarkup } from './held-markup.js';
import { holdRequests } from './held-requests.js';

/** What of a consent says the answers. */
export interface Answers {
  readonly config: Config;
  granted(id: string): boolean;
}

interface HeldView {
  readonly view: View;
  update(): void;
}

/**
 * @param config Of whatever type. Undefined: the rules come with the page's consent.
 * @param folder Where Candor's own files lie, which no rule may hold.
 * @param answers Default: the page's consent; until there is one, nothing is a yes.
 * @returns Leaves the browser's own functions behind; what is held stays where it is.
 */
export function startBlocking(config: unknown, folder?: string, answers?: Answers): () => void {
  const consent = (): Answers | undefined => answers ?? (window as { candor?: Answers }).candor;
  const addresses = createAddresses((id) => consent()?.granted(id) === true, folder);
  const stop = new AbortController();
  const { signal } = stop;
  const views = new Set<HeldView>();

  function hold(view: View, undos: Undo[]): void {
    for (const held of views) if (held.view.closed) views.delete(held);
    const aroundPart: Around = (owner, name, slot, apply) => around(owner, name, { apply }, undos, slot);
    holdRequests(view, aroundPart, addresses);
    const closeRefused = holdConnections(view, undos, addresses);
    const elements = holdElements(view, aroundPart, addresses);
    holdMarkup(view, aroundPart, elements);
    undos.push(elements.stop);
    views.add({
      view,
      update(): void {
        closeRefused();
        elements.update();
      },
    });
  }

  const update = (): void => views.forEach((held) => held.update());
  const use = (next: unknown): void => {
    addresses.use(next);
    update();
  };
  /** The config in force, as the consent has it. */
  let inForce: Config | undefined;

  const on = (event: string, run: () => void): void => document.addEventListener(`candor-${event}`, run, { signal });
  on('ready', () => {
    inForce = consent()?.config;
    if (config === undefined) use(inForce);
    else update();
  });
  on('change', update);
  // A preview may have another config.
  on('refresh', () => inForce !== (inForce = consent()?.config) && use(inForce));
  on('destroy', undo);

  coverWindows((view, undos) => {
    try {
      hold(view, undos);
    } catch (error) {
      // What is not held must not go unnoticed.
      reportError(error);
    }
  }, signal);
  addresses.use(config);
  return undo;

  function undo(): void {
    stop.abort();
    addresses.release();
  }
}
