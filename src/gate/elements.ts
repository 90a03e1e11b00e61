import { trusted } from './trusted-types.js';

/** Gives an element the addresses that wait as `data-<name>` and make a browser fetch; or takes them away. */
function address(element: Element, on: boolean): void {
  for (const name of ['src', 'srcset', 'href', 'data', 'poster']) {
    const url = element.getAttribute(`data-${name}`);
    if (url && on) element.setAttribute(name, trusted().createScriptURL(url));
    else if (url) element.removeAttribute(name);
  }
}

/** Gives an iframe, image, media, object or link its address. */
export function load(element: Element): void {
  address(element, true);
  // A source that changes is not noticed by itself.
  if (element.localName === 'source') element.closest<HTMLMediaElement>('audio,video')?.load();
}

/** Takes the address away, and with it what it brought. */
export function silence(element: Element): void {
  address(element, false);
  // Moving a frame, image, object or style sheet to where it stands throws its content away and leaves no history entry.
  element.parentNode?.insertBefore(element, element.nextSibling);
  element.closest<HTMLMediaElement>('audio,video')?.load();
}
