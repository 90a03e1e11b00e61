import { defineElement } from '../shared/define-element.js';
import { speakOffered } from '../place-element.js';
import { CandorPlaceholder } from './candor-placeholder.js';
import type { Embed } from './embed.js';

const PARTS = [
  'placeholder',
  'text',
  'title',
  'description',
  'details',
  'summary',
  'facts',
  'label',
  'value',
  'link',
  'locked',
  'choices',
  'load-once',
  'always-allow',
  'open',
  'close',
];

/** Puts a placeholder into an embed. */
export function open(embed: Embed): { draw(): void; end(): void } {
  defineElement('candor-placeholder', CandorPlaceholder);
  speakOffered(embed.consent);
  const placeholder = document.createElement('candor-placeholder') as CandorPlaceholder;
  placeholder.embed = embed;
  placeholder.setAttribute('exportparts', PARTS.join());
  embed.element.shadowRoot?.append(placeholder);
  return { draw: () => placeholder.requestUpdate(), end: () => placeholder.remove() };
}
