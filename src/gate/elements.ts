import { trusted } from './trusted-types.js';

/** Where a template's released content ends; it begins right behind the template. */
const ends = new WeakMap<Element, Comment>();

/** Gives an element the addresses that wait as `data-<name>` and make a browser fetch; or takes them away. */
function address(element: Element, on: boolean): void {
  for (const name of ['src', 'srcset', 'href', 'data', 'poster']) {
    const url = element.getAttribute(`data-${name}`);
    if (url && on) element.setAttribute(name, trusted().createScriptURL(url));
    else if (url) element.removeAttribute(name);
  }
}

/**
 * Gives an iframe, image, media, object or link its address, and puts a template's content behind it.
 *
 * @returns The content's scripts, made inert: a cloned script runs in no certain order, so the caller runs them anew.
 */
export function load(element: Element): HTMLScriptElement[] {
  address(element, true);
  // A source that changes is not noticed by itself.
  if (element.localName === 'source') element.closest<HTMLMediaElement>('audio,video')?.load();
  if (element.localName !== 'template') return [];
  const content = document.importNode((element as HTMLTemplateElement).content, true);
  const scripts = [...content.querySelectorAll<HTMLScriptElement>('script:not([data-consent])')];
  for (const script of scripts) {
    script.dataset['type'] ??= script.type;
    script.type = 'text/plain';
    script.dataset['consentState'] = 'granted';
    // Trusted Types are asked about a clone's text before its type is looked at.
    script.text = trusted().createScript(script.text);
  }
  const end = document.createComment('');
  ends.set(element, end);
  element.after(content, end);
  return scripts;
}

/** Takes the address away, and with it what it brought; or the content, unless the host has made something else of it. */
export function silence(element: Element): void {
  const end = ends.get(element);
  // Only while it stands behind: the host may have moved the template.
  if (end && end.parentNode === element.parentNode && element.compareDocumentPosition(end) & 4) {
    while (element.nextSibling !== end) element.nextSibling!.remove();
    end.remove();
  }
  address(element, false);
  // Moving a frame, image, object or style sheet to where it stands throws its content away and leaves no history entry.
  element.parentNode?.insertBefore(element, element.nextSibling);
  element.closest<HTMLMediaElement>('audio,video')?.load();
}
