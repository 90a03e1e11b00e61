import type { Consent, SurfaceDetail } from '../core/consent.js';
import { bodyOpened } from './body-opened.js';
import { placeElement } from './place-element.js';
import type { SurfaceElement } from './shared/surface-element.js';

/** Resolves when the page is looked at: a prerendered page asks and records nothing before. */
const activated = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ((document as { prerendering?: boolean }).prerendering) document.addEventListener('prerenderingchange', resolve);
    else resolve(undefined);
  });

/** Dispatches `candor-<type>`; false when a listener has taken the matter into its own hands. */
const tell = (type: 'request' | 'show' | 'hide', detail: SurfaceDetail): boolean =>
  document.dispatchEvent(new CustomEvent(`candor-${type}`, { detail, cancelable: type === 'request' }));

/** Surfaces that are open or about to be. */
const open = new Set<SurfaceDetail['surface']>();

/**
 * Brings a surface onto the page, once, and follows it until it closes.
 *
 * @param isDue Asked last: a decision made meanwhile may have made it needless.
 * @param prepare Hands the surface what it is to show, once no listener has taken the matter into its own hands.
 * @returns The surface, where it is open now.
 */
export async function openSurface<Name extends SurfaceDetail['surface']>(
  consent: Consent,
  detail: SurfaceDetail & { readonly surface: Name },
  isDue: () => boolean = () => true,
  prepare?: (element: HTMLElementTagNameMap[`candor-${Name}`]) => void,
): Promise<SurfaceElement | undefined> {
  const name = detail.surface;
  if (open.has(name)) return;
  open.add(name);
  await activated();
  await bodyOpened();
  if (!isDue() || !tell('request', detail)) {
    open.delete(name);
    return;
  }
  const element = placeElement(`candor-${name}`, consent);
  prepare?.(element);
  const hide = (): void => element.hide();
  /** What is decided needs no surface; a host that answers for one id leaves the others to it. */
  const onChange = ({ detail: { method } }: { detail: { method: string } }): void => {
    // The panel has what it asks separately answered above itself, and goes on.
    if (name === 'preferences' && method === 'request') return;
    // The notice, which asks nothing, gives way to what is asked.
    if (!/^(update|request)$/.test(method) || !consent.pending.length === (name !== 'notice')) hide();
  };
  const forget = (): void => {
    consent.removeEventListener('change', onChange);
    consent.removeEventListener('dismiss', hide);
    consent.removeEventListener('destroy', hide);
    element.removeEventListener('close', onClose);
    open.delete(name);
  };
  const onClose = (): void => {
    forget();
    tell('hide', detail);
  };
  consent.addEventListener('change', onChange);
  consent.addEventListener('dismiss', hide);
  consent.addEventListener('destroy', hide);
  element.addEventListener('close', onClose);
  try {
    await element.show();
  } finally {
    // Hidden before it was shown, while its texts were on their way, it has nothing to close.
    if (!element.open) forget();
  }
  if (!element.open) return;
  tell('show', detail);
  return element;
}
