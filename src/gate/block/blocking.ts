/**
 * Blocking: what third parties ask for by code is held while an id that names its address is not a yes, from before the first
 * of them runs.
 */
import type { Config } from '../../core/config.js';
import { createAddresses } from './addresses.js';
import { holdConnections } from './held-connections.js';
import { holdElements } from './held-elements.js';
import { holdMarkup } from './held-markup.js';
import { holdRequests } from './held-requests.js';
import { createReplacements, type Realm } from './replace.js';

/** What of a consent says the answers. */
export interface Answers {
  readonly config: Config;
  granted(id: string): boolean;
}

interface HeldRealm {
  readonly realm: Realm;
  update(): void;
  undo(): void;
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
  const realms = new Set<HeldRealm>();
  /** By a class of theirs: a window stays the same when another page comes into its frame. */
  const known = new WeakSet<object>();

  function hold(realm: Realm): void {
    known.add(realm.Node);
    const replacements = createReplacements();
    holdRequests(realm, replacements, addresses);
    const closeRefused = holdConnections(realm, replacements, addresses);
    const elements = holdElements(realm, replacements, addresses);
    holdMarkup(realm, replacements, elements);
    // Scripts reach into empty frames for functions that nobody has touched.
    for (const name of ['contentWindow', 'contentDocument']) {
      replacements.around(realm.HTMLIFrameElement.prototype, name, 'get', (native, frame) => {
        const found = Reflect.apply(native, frame, []);
        enter(found);
        return found;
      });
    }
    realms.add({
      realm,
      update(): void {
        closeRefused();
        elements.update();
      },
      undo(): void {
        elements.stop();
        replacements.undo();
      },
    });
  }

  function enter(found: unknown): void {
    for (const held of realms) if (held.realm.closed) realms.delete(held);
    try {
      const inner = ((found as Document).defaultView ?? found) as Realm;
      if (!known.has(inner.Node)) hold(inner);
    } catch {
      // None, or of another origin.
    }
  }

  const update = (): void => realms.forEach((held) => held.update());
  const use = (next: unknown): void => {
    addresses.use(next);
    update();
  };
  /** The config in force, as the consent has it. */
  let inForce: Config | undefined;

  const stop = new AbortController();
  const on = (event: string, run: () => void): void =>
    document.addEventListener(`candor-${event}`, run, { signal: stop.signal });
  on('ready', () => {
    inForce = consent()?.config;
    if (config === undefined) use(inForce);
    else update();
  });
  on('change', update);
  // A preview may have another config.
  on('refresh', () => inForce !== (inForce = consent()?.config) && use(inForce));
  on('destroy', undo);

  hold(window);
  addresses.use(config);
  return undo;

  function undo(): void {
    stop.abort();
    addresses.release();
    realms.forEach((held) => held.undo());
    realms.clear();
  }
}
