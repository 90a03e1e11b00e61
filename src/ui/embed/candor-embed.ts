import { ServedElement } from '../shared/served-element.js';
import { keepPlace } from './hold-place.js';

/**
 * Holds what its `<template>` brings, a film, a map, a share button, until all its ids are a yes, and shows a placeholder
 * until then: it names who would receive what and why, loads it once, or allows it from now on. Nobody is contacted before.
 * What is allowed comes into the embed, behind the template, where the page's CSS and scripts reach it; the embed then has
 * `data-consent-state="granted"`. When the yes is taken back, it goes.
 *
 * It is as large as the template's first sized element (`width` and `height`, or `aspect-ratio` in its `style`); CSS for the
 * embed overrides that. Where there is no room for the placeholder, a button opens it as a dialog.
 *
 * @attr consent - Ids of categories and services, all of which must be a yes.
 * @attr service - Id of the service that the placeholder tells of; it must be a yes, too.
 * @attr label - What is embedded, as a visitor would call it.
 *
 * @slot - What comes out of the template.
 * @slot fallback - Stands in the embed's place until the placeholder does, and where it cannot be downloaded.
 *
 * @csspart placeholder - The box.
 * @csspart text - All that is read; scrolls where there is little room.
 * @csspart title - The name of what is embedded.
 * @csspart description - A paragraph of the text.
 * @csspart details - The unfolding facts about the service.
 * @csspart summary - What unfolds them.
 * @csspart facts - The list of facts.
 * @csspart label - What a fact is about.
 * @csspart value - What it says.
 * @csspart link - A link among the facts.
 * @csspart locked - Why it is off for this visitor, whatever is answered.
 * @csspart choices - The two buttons.
 * @csspart load-once - The button that loads it for now.
 * @csspart always-allow - The button that allows it from now on.
 * @csspart open - The button that opens the box as a dialog, where there is no room for it.
 * @csspart close - The button that closes that dialog.
 *
 * @cssproperty [--candor-radius=16px] - Corners; never more than 12px here.
 * @cssproperty [--candor-background=#fff] - Background (#1d2024 in dark).
 * @cssproperty [--candor-color=#1f2328] - Text (#f2f4f6 in dark).
 * @cssproperty [--candor-border] - Hairlines. Default: follows the text.
 * @cssproperty [--candor-accent] - Fill of the two buttons. Default: the text's colour.
 * @cssproperty [--candor-accent-text] - Text on that fill. Default: black or white, whichever reads better.
 * @cssproperty [--candor-muted] - Quieter text. Default: follows the text.
 * @cssproperty [--candor-font-size=medium] - What words and widths grow with; 16px and less leave them as they are. Default: the browser's setting.
 */
export class CandorEmbed extends ServedElement {
  override connectedCallback(): void {
    keepPlace(this);
    if (!this.shadowRoot?.firstChild) this.shadowRoot?.append(document.createElement('slot'));
    super.connectedCallback();
  }
}
