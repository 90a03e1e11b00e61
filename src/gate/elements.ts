import { trusted } from './trusted-types.js';

/** Attributes that make a browser fetch, and wait in the markup as `data-<name>`. */
const FETCHING = ['src', 'srcset', 'href', 'data', 'poster'];

/** Where a template's released content ends; it begins right behind the template. */
const ends = new WeakMap<Element, Comment>();

/** By name, because elements of another document have classes of their own. */
const isTemplate = (element: Element): element is HTMLTemplateElement => element.localName === 'template';

/**
 * Gives an iframe, image, media, object or link its address, and puts a template's content behind it.
 *
 * @returns The content's scripts, made inert: a cloned script runs in no certain order, so the caller runs them anew.
 */
export function load(element: Element): HTMLScriptElement[] {
  if (isTemplate(element)) {
    const content = document.importNode(element.content, true);
    const scripts = [...content.querySelectorAll<HTMLScriptElement>('script:not([data-consent])')];
    for (const script of scripts) {
      script.dataset['type'] ??= script.type;
      script.type = 'text/plain';
    }
    const end = document.createComment('');
    ends.set(element, end);
    element.after(content, end);
    return scripts;
  }
  for (const name of FETCHING) {
    const url = element.getAttribute(`data-${name}`);
    if (url) element.setAttribute(name, trusted().createScriptURL(url));
  }
  return [];
}

/** Takes the address away, and with it what it brought; or the content, unless the host has made something else of it. */
export function silence(element: Element): void {
  const end = ends.get(element);
  if (end && end.parentNode === element.parentNode) {
    while (element.nextSibling !== end) element.nextSibling!.remove();
    end.remove();
  }
  for (const name of FETCHING) if (element.hasAttribute(`data-${name}`)) element.removeAttribute(name);
  // Moving a frame, image, object or style sheet to where it stands throws its content away and leaves no history entry.
  element.parentNode!.insertBefore(element, element.nextSibling);
  element.closest<HTMLMediaElement>('audio,video')?.load();
}
