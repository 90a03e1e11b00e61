import { inspect } from './inspect.js';
import { idle } from './page/idle.js';
import { attendSurfaces } from './ui/shared/attend-surfaces.js';

/**
 * What a page needs once a surface stands over it: that is told of and stays clear of the focus, and the page is
 * looked through for mistakes. What the record of the answer says of the config is worked out before there is one.
 *
 * @param isExplained Whether the mistakes in the config have been told of.
 */
export function attend(isExplained: boolean, ...args: Parameters<typeof inspect>): void {
  attendSurfaces();
  if (!isExplained) inspect(...args);
  const [{ config }, load] = args;
  load('proof').then(
    ({ configHash }) => idle(() => configHash(config)),
    () => {},
  );
}
