import type { Consent } from '../../core/consent.js';
import { guardsIn } from '../../core/guards.js';
import { holdSensors } from '../sensors.js';
import { startBlocking } from './blocking.js';

/**
 * All that must stand before the first third party: blocked addresses, and the guards of camera, microphone and motion.
 *
 * @param config Of whatever type. Undefined: it comes with the page's consent.
 * @param folder Where Candor's own files lie, which no rule may hold.
 * @param answers Default: the page's consent; until there is one, nothing is a yes.
 * @returns Leaves the browser's own functions behind; what is held stays where it is.
 */
export function holdFirst(
  config: unknown,
  folder?: string,
  answers?: Pick<Consent, 'config' | 'granted' | 'request'>,
): () => void {
  // So that the development mode knows that it is there.
  Object.assign(globalThis, { [Symbol.for('candor.block')]: true });
  const release = startBlocking(config, folder, answers);
  const consent = (): typeof answers => answers ?? window.candor;
  const stop = new AbortController();
  const { signal } = stop;
  let guards = guardsIn(config);
  const sensors = holdSensors(
    () => guards,
    (id) => consent()?.granted(id) === true,
    (id) => consent()?.request(id) ?? Promise.resolve(false),
    signal,
  );
  const read = (): void => {
    guards = guardsIn(consent()?.config);
    sensors.update();
  };
  for (const type of ['ready', 'refresh']) document.addEventListener(`candor-${type}`, read, { signal });
  document.addEventListener('candor-change', sensors.update, { signal });
  document.addEventListener('candor-destroy', undo, { signal });
  const observer = new MutationObserver(sensors.coverFrames);
  observer.observe(document, { childList: true, subtree: true });
  return undo;

  function undo(): void {
    stop.abort();
    observer.disconnect();
    release();
  }
}
