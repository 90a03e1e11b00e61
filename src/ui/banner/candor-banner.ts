import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Consent, TextPart } from '../../core/consent.js';
import { categoriesOf, kindOf } from '../../core/categories.js';
import { languageSwitch } from '../i18n/language-switch.js';
import { safeUrl } from '../shared/safe-url.js';
import { controlStyles } from '../shared/control.styles.js';
import { explaining } from '../shared/explanation.js';
import { Surface } from '../shared/surface.js';
import { surfaceStyles } from '../shared/surface.styles.js';
import { bannerStyles } from './candor-banner.styles.js';
import { describe } from './describe.js';

/**
 * The first layer: asks what is pending, with refusing as easy as accepting. A card or a bar beside which the page stays
 * usable, a modal dialog, or a part of the page, as the config's `layout.banner` says. Only an answer closes it.
 *
 * @fires {Event} close - Went from shown to hidden.
 *
 * @slot title - Words of the heading, in the place of ours.
 * @slot text - Text in the place of the description. What is said of changes and of the browser's signal stays.
 * @slot actions - Controls in the place of the three buttons, each with `data-candor` or `data-consent-action`: `reject-all`,
 *   `accept-all`, `preferences`. They answer what is asked, as ours do.
 *
 * @csspart banner - The box.
 * @csspart text - All that is read; scrolls where there is little room.
 * @csspart title - The heading.
 * @csspart description - A paragraph of the text.
 * @csspart change - A paragraph about what has changed, or will.
 * @csspart signal - That the browser's opt-out signal is honoured.
 * @csspart actions - All buttons.
 * @csspart choices - The two answers.
 * @csspart reject-all - The button that refuses.
 * @csspart accept-all - The button that agrees.
 * @csspart preferences - The button that opens the panel.
 * @csspart problem - That the panel could not be loaded.
 * @csspart footer - The last line.
 * @csspart policy - The link to the privacy policy.
 * @csspart language - The language switch.
 *
 * @cssproperty [--candor-width=440px] - Width of the card (480px for the dialog).
 * @cssproperty [--candor-inset=24px] - Distance of the card from the edges (12px on narrow screens).
 * @cssproperty [--candor-radius=16px] - Corners of the box.
 * @cssproperty [--candor-background=#fff] - Background (#1d2024 in dark).
 * @cssproperty [--candor-color=#1f2328] - Text (#f2f4f6 in dark).
 * @cssproperty [--candor-border] - Hairline. Default: follows the text.
 * @cssproperty [--candor-muted] - Quieter text. Default: follows the text.
 * @cssproperty [--candor-font] - Font families. Default: those of the page.
 * @cssproperty [--candor-font-size=medium] - What words and widths grow with; 16px and less leave them as they are. Default: the browser's setting.
 * @cssproperty [--candor-accent] - Fill of the two answers. Default: the text's colour.
 * @cssproperty [--candor-accent-text] - Text on that fill. Default: black or white, whichever reads better.
 */
export class CandorBanner extends Surface {
  static override styles = [controlStyles, surfaceStyles, bannerStyles];

  /** How far the download of the panel is. */
  private panel: 'loading' | 'failed' | undefined;

  constructor(part: TextPart = 'banner') {
    super(part);
  }

  protected render(): TemplateResult | typeof nothing {
    const { consent } = this.controller;
    if (!consent || !this.open) return nothing;
    const { banner = 'box', position } = this.controller.config.layout ?? {};
    this.dataset['layout'] = banner;
    this.dataset['position'] = position ?? (banner === 'bar' ? 'bottom' : 'bottom-start');
    return this.dataset['layout'] === 'dialog'
      ? html`<dialog
          class="surface"
          part="banner"
          closedby="none"
          aria-labelledby="title"
          @cancel=${(event: Event) => event.preventDefault()}
          @close=${this.closed}
        >
          ${this.content(consent)}
        </dialog>`
      : html`<section class="surface" part="banner" role="region" aria-labelledby="title">
          ${this.content(consent)}
        </section>`;
  }

  protected content(consent: Consent): TemplateResult {
    const { controller } = this;
    const { msg, config } = controller;
    const askable = categoriesOf(config).filter(
      (category) => kindOf(category, consent.preset) === 'consent' && !consent.barred.includes(category.id),
    );
    const { asked, decision, pending } = consent;
    // Some were answered before: the buttons speak of, and answer, the others alone.
    const again = decision.at && asked.length && askable.some(({ id }) => !asked.includes(id));
    const changes = explaining.explain?.(controller);
    const answer = (granted: boolean) => (): void => {
      if (again) {
        consent.update(Object.fromEntries(asked.map((id) => [id, granted])), {
          method: granted ? 'accept-all' : 'reject-all',
        });
      } else if (granted) consent.acceptAll();
      else consent.rejectAll();
    };
    const button = (name: string, label: string, busy = false): TemplateResult =>
      html`<button type="button" part=${name} data-consent-action=${name} aria-busy=${busy || nothing}>
        ${label}
      </button>`;
    const policy = safeUrl(controller.url(config.controller?.privacyPolicy));

    return html`
      <div class="text" part="text">
        <h2 id="title" part="title" tabindex="-1">
          <slot name="title"
            >${changes?.title ?? msg('Your data, your choice', { id: 'banner.title', desc: 'Heading of the first layer' })}</slot
          >
        </h2>
        ${changes?.reasons}
        <slot name="text">${describe(controller, pending.length ? pending : askable.map(({ id }) => id))}</slot>
        ${changes?.signal} ${changes?.announced}
      </div>
      <div
        class="actions"
        part="actions"
        @click=${this.pressed({
          'reject-all': () => this.answered(answer(false)),
          'accept-all': () => this.answered(answer(true)),
          preferences: () => this.openPanel(consent),
        })}
      >
        <slot name="actions">
          <div class="choices" part="choices">
            ${button(
              'reject-all',
              again
                ? msg('Reject new', {
                    id: 'banner.reject-new',
                    desc: 'Button: refuses only what is asked for the first time',
                  })
                : msg('Reject all', { id: 'banner.reject-all', desc: 'Button' }),
            )}
            ${button(
              'accept-all',
              again
                ? msg('Accept new', {
                    id: 'banner.accept-new',
                    desc: 'Button: agrees only to what is asked for the first time',
                  })
                : msg('Accept all', { id: 'banner.accept-all', desc: 'Button' }),
            )}
          </div>
          ${button(
            'preferences',
            msg('Manage preferences', {
              id: 'banner.preferences',
              desc: 'Button that opens the panel with every choice',
            }),
            this.panel === 'loading',
          )}
        </slot>
        ${
          this.panel === 'failed'
            ? html`<p part="problem" role="alert">
                ${msg('This could not be loaded. Please try again.', {
                  id: 'banner.failed',
                  desc: 'Beneath the buttons, when the panel could not be downloaded',
                })}
              </p>`
            : nothing
        }
      </div>
      <div class="more" part="footer">
        ${
          policy
            ? html`<a part="policy" href=${policy}
                >${msg('Privacy policy', { id: 'banner.policy', desc: 'Link to the site’s privacy policy' })}</a
              >`
            : nothing
        }
        ${languageSwitch(controller.locale, consent, msg('Language', { id: 'banner.language', desc: 'Name of the list of languages' }))}
      </div>
    `;
  }

  /** In the page's flow it stands where the page wants it: moved there once, unless the page has put it somewhere itself. */
  protected override present(): void {
    if (this.dataset['layout'] !== 'inline') return super.present();
    this.dismiss();
    if (this.nextElementSibling === document.body)
      (document.querySelector('[data-candor="inline"]') ?? document.body).prepend(this);
  }

  private async openPanel(consent: Consent): Promise<void> {
    const tell = (panel: typeof this.panel): unknown => ((this.panel = panel), this.requestUpdate());
    tell('loading');
    await consent.show('preferences').then(
      () => tell(undefined),
      () => tell('failed'),
    );
  }

  /** The dialog stays until there is an answer: browsers that do not know `closedby` let a second Escape pass. */
  private readonly closed = (event: Event): void => {
    if (event.target === this.presented && !(event.target as HTMLDialogElement).open) {
      this.dismiss();
      this.present();
    }
  };
}
