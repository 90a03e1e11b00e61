import type { Policy } from './trusted-types.js';

/** Where a template's released content ends; it begins right behind the template. */
const ends = new WeakMap<Element, Comment>();

/**
 * Puts a template's content behind it; nothing where it stands there already.
 *
 * @param policy The one there is: a page may have a policy of that name once, and this file may be another bundle's.
 * @returns The content's scripts, made inert: a cloned script runs in no certain order, so the caller runs them anew.
 */
export function unfold(template: HTMLTemplateElement, policy: Policy): HTMLScriptElement[] {
  if (ends.has(template)) return [];
  const content = document.importNode(template.content, true);
  const scripts = [...content.querySelectorAll<HTMLScriptElement>('script:not([data-consent])')];
  for (const script of scripts) {
    script.dataset['type'] ??= script.type;
    script.type = 'text/plain';
    script.dataset['consentState'] = 'granted';
    // Trusted Types are asked about a clone's text before its type is looked at.
    script.text = policy.createScript(script.text);
  }
  const end = document.createComment('');
  ends.set(template, end);
  template.after(content, end);
  return scripts;
}

/** Takes the content away again, unless the host has made something else of it. */
export function fold(template: HTMLTemplateElement): void {
  const end = ends.get(template);
  ends.delete(template);
  // Only while it stands behind: the host may have moved the template.
  if (end && end.parentNode === template.parentNode && template.compareDocumentPosition(end) & 4) {
    while (template.nextSibling !== end) template.nextSibling!.remove();
    end.remove();
  }
}
