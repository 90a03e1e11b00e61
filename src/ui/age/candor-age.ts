import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Consent } from '../../core/consent.js';
import { FULL_AGE } from '../../core/full-age.js';
import type { AgeBand } from '../../core/subject.js';
import { CandorBanner } from '../banner/candor-banner.js';
import { ageNames } from '../facts/age-names.js';
import { languageSwitch } from '../i18n/language-switch.js';
import { safeUrl } from '../shared/safe-url.js';
import { ageStyles } from './candor-age.styles.js';

/**
 * Asks for the age group before anything else is asked, where the config's `audience.ask` says so: equal answers, none of them
 * chosen beforehand, and no word of what follows from which (FTC, COPPA FAQ G.3: a neutral question). A child is then told that
 * everything optional stays off and that a parent or guardian may decide. Looks as the first layer does.
 *
 * @fires {Event} close - Went from shown to hidden.
 *
 * @slot title - Words of the question, in the place of ours; they too must not say what follows from which answer.
 * @slot text - Text in the place of the description beneath it.
 *
 * @csspart banner - The box.
 * @csspart text - All that is read; scrolls where there is little room.
 * @csspart title - The heading.
 * @csspart description - The text.
 * @csspart actions - What holds the answers.
 * @csspart choices - The answers.
 * @csspart age - An answer.
 * @csspart close - The button that closes what a child is told.
 * @csspart guardian - The button that opens the guardian's step.
 * @csspart problem - That the guardian's step could not be loaded.
 * @csspart footer - The last line.
 * @csspart policy - The link to the privacy rules for minors.
 * @csspart language - The language switch.
 *
 * @cssproperty [--candor-width=440px] - Width of the card (480px for the dialog).
 * @cssproperty [--candor-inset=24px] - Distance of the card from the edges (12px on narrow screens).
 * @cssproperty [--candor-radius=16px] - Corners of the box.
 * @cssproperty [--candor-background=#fff] - Background (#1d2024 in dark).
 * @cssproperty [--candor-color=#1f2328] - Text (#f2f4f6 in dark).
 * @cssproperty [--candor-border] - Hairline. Default: follows the text.
 * @cssproperty [--candor-accent] - Fill of the answers. Default: the text's colour.
 * @cssproperty [--candor-accent-text] - Text on that fill. Default: black or white, whichever reads better.
 */
export class CandorAge extends CandorBanner {
  static override styles = [...CandorBanner.styles, ageStyles];

  /** What a child has just answered. */
  private isChild = false;
  /** An answer may change choices, on which surfaces close; this one has more to say. */
  private isAnswering = false;
  /** Whether the guardian's step could not be downloaded. */
  private hasFailed = false;

  constructor() {
    super('preferences');
  }

  override show(): Promise<void> {
    if (!this.open) this.isChild = this.hasFailed = false;
    return super.show();
  }

  override hide(): void {
    if (!this.isAnswering) super.hide();
  }

  protected override updated(): void {
    const { age, minor } = this.controller.consent?.subject ?? {};
    // The page knows by now.
    if (age !== undefined || minor !== undefined) return this.hide();
    super.updated();
  }

  protected override content(consent: Consent): TemplateResult {
    const { controller } = this;
    const { msg, config } = controller;
    const policy = safeUrl(controller.url(config.audience?.policy));
    return html`
      <div class="text" part="text">${this.isChild ? this.statement() : this.question()}</div>
      <div class="actions" part="actions">
        <div class="choices" part="choices">${this.isChild ? this.ways(consent) : this.answers(consent)}</div>
        ${
          this.hasFailed
            ? html`<p part="problem" role="alert">
                ${msg('This could not be loaded. Please try again.', {
                  id: 'age.failed',
                  desc: 'Beneath the buttons, when the guardian’s step could not be downloaded',
                })}
              </p>`
            : nothing
        }
      </div>
      <div class="more" part="footer">
        ${
          policy
            ? html`<a part="policy" href=${policy}
                >${msg('Privacy rules for children', { id: 'age.policy', desc: 'Link to the site’s privacy rules for minors' })}</a
              >`
            : nothing
        }
        ${languageSwitch(controller.locale, consent, msg('Language', { id: 'age.language', desc: 'Name of the list of languages' }))}
      </div>
    `;
  }

  private question(): TemplateResult {
    const { msg } = this.controller;
    return html`<h2 id="title" part="title" tabindex="-1">
        <slot name="title"
          >${msg('How old are you?', { id: 'age.title', desc: 'Heading of the question for the age group' })}</slot
        >
      </h2>
      <slot name="text"
        ><p part="description">
          ${msg(
            'We keep only the age group, only on this device, and send it to nobody. You can change it any time in Cookie settings.',
            { id: 'age.description', desc: 'Beneath that heading' },
          )}
        </p></slot
      >`;
  }

  private answers(consent: Consent): unknown {
    const names = ageNames(this.controller.msg, consent.ageGroup?.consentAge ?? FULL_AGE);
    return [...names].map(
      ([band, name]) =>
        html`<button type="button" part="age" data-consent-age=${band} @click=${() => this.answer(consent, band)}>
          ${name}
        </button>`,
    );
  }

  private statement(): TemplateResult {
    const { msg } = this.controller;
    return html`<h2 id="title" part="title" tabindex="-1">
        ${msg('Everything optional stays off', { id: 'age.off-title', desc: 'Heading of what a child is told' })}
      </h2>
      <p part="description">
        ${msg(
          'You can use this site. We use only the data it needs to work. If something else is wanted, a parent or guardian decides.',
          { id: 'age.off', desc: 'What a child is told' },
        )}
      </p>`;
  }

  private ways(consent: Consent): TemplateResult {
    const { msg } = this.controller;
    return html`<button type="button" part="close" data-consent-action="close" @click=${() => this.hide()}>
        ${msg('Go on', { id: 'age.go-on', desc: 'Button: closes what a child is told' })}
      </button>
      <button type="button" part="guardian" data-consent-action="guardian" @click=${() => this.openGuardian(consent)}>
        ${msg('I am a parent or guardian', { id: 'age.guardian', desc: 'Button: opens the guardian’s step' })}
      </button>`;
  }

  private answer(consent: Consent, band: AgeBand): void {
    this.isChild = band === 'child';
    this.isAnswering = this.isChild;
    consent.setSubject({ band });
    this.isAnswering = false;
    if (!this.isChild) return this.hide();
    // The button that had the focus is gone.
    void this.requestUpdate().then(() => this.renderRoot.querySelector('h2')?.focus());
  }

  private openGuardian(consent: Consent): void {
    consent.show('guardian').then(
      () => this.hide(),
      () => {
        this.hasFailed = true;
        void this.requestUpdate();
      },
    );
  }
}
