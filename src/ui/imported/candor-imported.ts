import { html, nothing, type TemplateResult } from 'lit/html.js';
import { bannerStyles } from '../banner/candor-banner.styles.js';
import { controlStyles } from '../shared/control.styles.js';
import { Surface } from '../shared/surface.js';
import { surfaceStyles } from '../shared/surface.styles.js';
import { importedStyles } from './candor-imported.styles.js';

/**
 * Tells a signed-in person that the choices of their account apply on this device now (CNIL, recommendation on several devices,
 * 2026-01-16). It asks nothing, takes no focus, and stands at the edge where the banner does not.
 *
 * @fires {Event} close - Went from shown to hidden.
 *
 * @slot actions - Controls in the place of the two buttons, each with `data-consent-action`: `close`, `preferences`.
 *
 * @csspart imported - The box.
 * @csspart description - What it tells.
 * @csspart actions - All buttons.
 * @csspart preferences - The button that opens the panel.
 * @csspart close - The button that closes it.
 *
 * @cssproperty [--candor-width=440px] - Width.
 * @cssproperty [--candor-inset=24px] - Distance from the edges (12px on narrow screens).
 * @cssproperty [--candor-radius=16px] - Corners of the box.
 * @cssproperty [--candor-background=#fff] - Background (#1d2024 in dark).
 * @cssproperty [--candor-color=#1f2328] - Text (#f2f4f6 in dark).
 * @cssproperty [--candor-border] - Hairline. Default: follows the text.
 */
export class CandorImported extends Surface {
  static override styles = [controlStyles, surfaceStyles, bannerStyles, importedStyles];

  /** A live region tells what comes into it, not what it came with. */
  private isTelling = false;

  constructor() {
    super('preferences');
  }

  override show(): Promise<void> {
    if (!this.open) this.isTelling = false;
    return super.show();
  }

  protected render(): TemplateResult | typeof nothing {
    const { consent, config, msg } = this.controller;
    if (!consent || !this.open) return nothing;
    const { banner, position = 'bottom-start' } = config.layout ?? {};
    const isAbove = banner !== 'dialog' && position.startsWith('bottom');
    this.dataset['position'] = isAbove ? position.replace('bottom', 'top') : 'bottom-start';
    return html`<section class="surface" part="imported" role="region" aria-labelledby="text">
      <p id="text" part="description" role="status">
        ${
          this.isTelling
            ? msg(
                'The choices of your account apply on this device now. What you change counts wherever you are signed in.',
                {
                  id: 'imported.text',
                  desc: 'Told once after signing in; CNIL 2026-01-16 on several devices',
                },
              )
            : nothing
        }
      </p>
      <div
        class="actions"
        part="actions"
        @click=${this.pressed({ close: () => this.hide(), preferences: () => this.openPanel() })}
      >
        <slot name="actions">
          <button type="button" part="preferences" data-consent-action="preferences">
            ${msg('Cookie settings', { id: 'preferences.title', desc: 'Heading of the panel' })}
          </button>
          <button type="button" part="close" data-consent-action="close">
            ${msg('OK', { id: 'imported.close', desc: 'Button: has read it; consents to nothing' })}
          </button>
        </slot>
      </div>
    </section>`;
  }

  protected override updated(): void {
    super.updated();
    if (!this.open || this.isTelling) return;
    this.isTelling = true;
    void this.requestUpdate();
  }

  private openPanel(): void {
    const shown = this.controller.consent?.show('preferences');
    shown?.then(
      () => this.hide(),
      () => {},
    );
  }
}
