import type { Consent } from '../../core/consent.js';
import { speakOffered } from '../place-element.js';
import { controlStyles } from '../shared/control.styles.js';
import { defineElement } from '../shared/define-element.js';
import { switchStyles } from '../shared/switch.styles.js';
import { declarationStyles } from './candor-declaration.styles.js';
import { DeclarationBody } from './declaration-body.js';

/**
 * Fills an element that stands in the page.
 *
 * @returns Leaves it as its markup is.
 */
export function open(declaration: HTMLElement, consent: Consent): () => void {
  defineElement('candor-declaration-body', DeclarationBody);
  speakOffered(consent);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([controlStyles, switchStyles, declarationStyles].join(''));
  const body = Object.assign(document.createElement('candor-declaration-body'), { consent, declaration });
  body.part.add('declaration');
  const root = declaration.shadowRoot ?? declaration.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  // What the page has put into it shows through as long as there is nothing else.
  root.replaceChildren(body, document.createElement('slot'));
  return () => body.remove();
}
