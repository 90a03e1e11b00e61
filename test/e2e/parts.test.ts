/** What a designer would restyle can be reached: every piece of every surface, in every state of the gallery. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TAGS } from '../../demo/pages/gallery/state.js';
import { STATES } from '../../demo/pages/gallery/states.js';
import { useGallery } from '../helpers/gallery.js';

/**
 * Pieces without a part of their own. What is pressed or filled in has one itself. Words stand in a part that holds no other
 * words in a part, so that a rule for it is a rule for them: only controls may stand among them.
 */
function unreachable(tag: string): string[] {
  const CONTROLS = 'a, button, input, select, summary, textarea';
  const faults: string[] = [];
  const hasWords = (element: Element): boolean => !!element.textContent?.trim();
  const nearestPart = (element: Element | null): Element | null => {
    while (element && !element.part.length) element = element.parentElement;
    return element;
  };
  const check = (root: ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) check(element.shadowRoot);
      // What only a screen reader is told looks like nothing.
      if (element.matches('option, style') || element.closest('[role=status]:not([part])')) continue;
      const name = `${element.localName} ${element.part.value} ${element.textContent?.trim().slice(0, 40)}`;
      if (element.matches(CONTROLS) && !element.part.length) faults.push(`no part of its own: ${name}`);
      const ownWords = [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
      if (!ownWords) continue;
      const part = nearestPart(element);
      const others = [...(part?.querySelectorAll('[part]') ?? [])].filter(
        (other) => hasWords(other) && !other.closest(CONTROLS),
      );
      if (!part) faults.push(`no part: ${name}`);
      else if (others.length) faults.push(`only the part ${part.part.value}, which holds others: ${name}`);
    }
  };
  for (const surface of document.querySelectorAll(tag)) if (surface.shadowRoot) check(surface.shadowRoot);
  return [...new Set(faults)];
}

const gallery = useGallery();

for (const state of STATES) {
  test(`${state.id}: every piece has a part`, async () => {
    await gallery.show({ state: state.id, language: 'en', scheme: 'light', motion: 'system' });
    assert.deepEqual(await gallery.page.evaluate(unreachable, TAGS[state.shows]), []);
  });
}
