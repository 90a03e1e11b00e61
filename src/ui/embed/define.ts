import { defineElement } from '../shared/define-element.js';
import { CandorEmbed } from './candor-embed.js';

defineElement('candor-embed', CandorEmbed);

declare global {
  interface HTMLElementTagNameMap {
    'candor-embed': CandorEmbed;
  }
}
