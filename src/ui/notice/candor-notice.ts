import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Told } from '../../core/news.js';
import { bannerStyles } from '../banner/candor-banner.styles.js';
import { controlStyles } from '../shared/control.styles.js';
import { Surface } from '../shared/surface.js';
import { surfaceStyles } from '../shared/surface.styles.js';
import { noticeStyles } from './candor-notice.styles.js';
import { announcements, changesTitle } from './explain.js';

/**
 * Tells somebody who has answered before what will change, or has changed without a question. It asks nothing: its button is no
 * consent, and the page stays usable beside it.
 *
 * @fires {Event} close - Went from shown to hidden.
 *
 * @slot title - Words of the heading, in the place of ours.
 * @slot actions - Controls in the place of the two buttons, each with `data-consent-action`: `close`, `preferences`.
 *
 * @csspart notice - The box.
 * @csspart text - All that is read; scrolls where there is little room.
 * @csspart title - The heading.
 * @csspart change - A paragraph of the text.
 * @csspart actions - All buttons.
 * @csspart choices - What holds the button that closes it.
 * @csspart preferences - The button that opens the panel.
 * @csspart close - The button that closes it.
 *
 * @cssproperty [--candor-width=440px] - Width.
 * @cssproperty [--candor-inset=24px] - Distance from the edges (12px on narrow screens).
 * @cssproperty [--candor-radius=16px] - Corners of the box.
 * @cssproperty [--candor-background=#fff] - Background (#1d2024 in dark).
 * @cssproperty [--candor-color=#1f2328] - Text (#f2f4f6 in dark).
 * @cssproperty [--candor-border] - Hairline. Default: follows the text.
 * @cssproperty [--candor-accent] - Fill of the button that closes it. Default: the text's colour.
 * @cssproperty [--candor-accent-text] - Text on that fill. Default: black or white, whichever reads better.
 */
export class CandorNotice extends Surface {
  static override styles = [controlStyles, surfaceStyles, bannerStyles, noticeStyles];

  /** What it tells. */
  told: readonly Told[] = [];
  /** Hears that the visitor has closed it. */
  read: () => void = () => {};

  constructor() {
    super('preferences');
  }

  protected render(): TemplateResult | typeof nothing {
    const { controller } = this;
    const { consent, config, msg } = controller;
    if (!consent || !this.open) return nothing;
    this.dataset['position'] = config.layout?.position ?? 'bottom-start';
    return html`<section class="surface" part="notice" role="region" aria-labelledby="title">
      <div class="text" part="text">
        <h2 id="title" part="title"><slot name="title">${changesTitle(msg)}</slot></h2>
        ${announcements(controller, this.told)}
      </div>
      <div
        class="actions"
        part="actions"
        @click=${this.pressed({
          close: this.finish,
          preferences: () => {
            this.finish();
            void consent.show('preferences').catch(() => {});
          },
        })}
      >
        <slot name="actions">
          <button type="button" part="preferences" data-consent-action="preferences">
            ${msg('Cookie settings', { id: 'preferences.title', desc: 'Heading of the panel' })}
          </button>
          <div class="choices" part="choices">
            <button type="button" part="close" data-consent-action="close">
              ${msg('OK', { id: 'notice.close', desc: 'Button: has read what changes; consents to nothing' })}
            </button>
          </div>
        </slot>
      </div>
    </section>`;
  }

  private readonly finish = (): void => {
    this.read();
    this.hide();
  };
}
