/** What a page needs only once it has an embed or a declaration. */
import type { Consent } from './core/consent.js';
import { serveEmbed, type Means } from './gate/embeds.js';
import type { loadPart } from './load.js';
import { serveDeclaration } from './ui/declaration/serve-declaration.js';
import { holdPlace } from './ui/embed/hold-place.js';

/** @param load The one that is in use: a bundle has another than the script tag. */
export function serve(
  element: HTMLElement & { readonly consent?: Consent | undefined },
  consent: Consent,
  runScript: Means['runScript'],
  policy: Means['policy'],
  load: typeof loadPart,
): void {
  // One that has been destroyed meanwhile, or replaced, serves nothing any more.
  if ((element.consent ?? window.candor) !== consent) return;
  if (element.localName === 'candor-declaration') {
    return serveDeclaration(element, consent, () => load('declaration', consent.locale));
  }
  serveEmbed(element, consent, { holdPlace, runScript, policy, loadPlaceholder: () => load('embed', consent.locale) });
}
