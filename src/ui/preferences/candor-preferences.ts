import { html, noChange, nothing, type TemplateResult } from 'lit/html.js';
import type { Consent } from '../../core/consent.js';
import { linkFormOf, type LinkForm } from '../../core/link-form.js';
import { rowsOf } from '../facts/rows.js';
import { sectionOf } from '../facts/section-of.js';
import { sectionTitles } from '../facts/section-titles.js';
import { closeMark } from '../shared/close-mark.js';
import { controlStyles } from '../shared/control.styles.js';
import { explaining } from '../shared/explanation.js';
import { panelStyles } from '../shared/panel.styles.js';
import { Surface } from '../shared/surface.js';
import { surfaceStyles } from '../shared/surface.styles.js';
import { switchStyles } from '../shared/switch.styles.js';
import { preferencesStyles } from './candor-preferences.styles.js';
import { answersOf, isOn, switchCategory, switchService, type Draft } from './draft.js';
import { everyLanguage } from './every-language.js';
import { rights } from './rights.js';
import { row, type Acts } from './row.js';
import { standing } from './standing.js';

/**
 * The panel with every choice, one switch each. It holds a draft: nothing counts before Save; Escape and the close mark
 * change nothing. What needs a separate consent is asked in its own dialog, above the panel, and counts at once.
 *
 * @fires {Event} close - Went from shown to hidden.
 *
 * @slot title - Words of the heading, in the place of ours.
 * @slot text - Text in the place of the first sentence.
 * @slot actions - Controls in the place of the two buttons at the foot, each with `data-consent-action`: `reject-all`, `save`.
 *
 * @csspart panel - The dialog.
 * @csspart header - What stands above all that scrolls.
 * @csspart title - The heading.
 * @csspart close - The button that closes without saving.
 * @csspart content - What scrolls.
 * @csspart description - The first sentence; what a category is for.
 * @csspart language - The list of languages, or the button of the other one.
 * @csspart standing - Whose choices these are: age group, guardian, account.
 * @csspart signal - That the browser's opt-out signal is honoured.
 * @csspart age - The button that asks for the age group again.
 * @csspart guardian - The button that opens the guardian's step.
 * @csspart locked - Why a category or service is off for this visitor.
 * @csspart section-title - The heading of a section.
 * @csspart change - A paragraph about what has changed, or will.
 * @csspart card - The box of a section.
 * @csspart category - A category with its switch, sentence and details.
 * @csspart category-title - The heading of a category.
 * @csspart service - The line of a service.
 * @csspart name - The name of a service.
 * @csspart state - The answer in words, beside its switch.
 * @csspart note - A remark about a category or service, or about who the visitor is.
 * @csspart switch - A switch of a category or service.
 * @csspart ask - The button that opens the dialog of a separate consent.
 * @csspart details - The unfolding facts about a category.
 * @csspart summary - What unfolds them.
 * @csspart facts - The list of facts.
 * @csspart label - What a fact is about.
 * @csspart value - What it says.
 * @csspart link - A link among the facts and rights.
 * @csspart rights - What the visitor may ask for, and whom.
 * @csspart links - The links about that.
 * @csspart record - The button that opens the visitor's own records.
 * @csspart withdraw - The button that takes back every consent.
 * @csspart footer - What stands beneath all that scrolls.
 * @csspart choices - The two buttons there.
 * @csspart reject-all - The button that refuses.
 * @csspart save - The button that saves the draft.
 *
 * @cssproperty [--candor-panel-width=680px] - Width.
 * @cssproperty [--candor-radius=16px] - Corners.
 * @cssproperty [--candor-background=#fff] - Background (#1d2024 in dark).
 * @cssproperty [--candor-color=#1f2328] - Text (#f2f4f6 in dark).
 * @cssproperty [--candor-border] - Hairlines. Default: follows the text.
 * @cssproperty [--candor-accent] - Fill of the buttons and of switches that are on. Default: the text's colour.
 * @cssproperty [--candor-accent-text] - Text on that fill. Default: black or white, whichever reads better.
 * @cssproperty [--candor-muted] - Quieter text. Default: follows the text.
 * @cssproperty [--candor-font] - Font families. Default: those of the page.
 * @cssproperty [--candor-font-size=medium] - What words and widths grow with; 16px and less leave them as they are. Default: the browser's setting.
 */
export class CandorPreferences extends Surface {
  static override styles = [controlStyles, surfaceStyles, panelStyles, switchStyles, preferencesStyles];

  private draft: Draft = {};
  /** The category of which a switch was turned, where nothing else has changed. */
  private turned: string | undefined;

  constructor() {
    super('preferences');
  }

  override show(): Promise<void> {
    if (!this.open) this.draft = {};
    return super.show();
  }

  /** @param turned Id of the category of which a switch was turned, where that is all there is to render. */
  override requestUpdate(turned?: string): Promise<void> {
    // Whatever else is to be rendered reaches all rows.
    this.turned = this.update ? undefined : turned;
    return super.requestUpdate();
  }

  protected override updated(): void {
    // What a switch changes has room enough.
    if (!this.turned) super.updated();
  }

  protected render(): TemplateResult | typeof nothing {
    const { controller, turned } = this;
    const { consent, msg } = controller;
    if (!consent || !this.open) return nothing;

    const rows = rowsOf(consent);
    const headings: Partial<Record<LinkForm, string>> & { choices: string } = {
      settings: msg('Cookie settings', { id: 'preferences.title', desc: 'Heading of the panel' }),
      choices: msg('Your Privacy Choices', {
        id: 'link.choices',
        desc: 'Label of a link that laws of the United States want, and heading of what it opens',
      }),
      transmission: msg('External transmission of data', {
        id: 'link.transmission',
        desc: 'Label of a link that Japan wants, 外部送信について, and heading of what it opens',
      }),
    };

    return html`<dialog class="surface" part="panel" aria-labelledby="title" @close=${this.closed}>
      <header part="header" role="none">
        <h2 id="title" part="title" tabindex="-1">
          <slot name="title">${headings[linkFormOf(consent.config, consent.preset)] ?? headings.choices}</slot>
        </h2>
        ${closeMark(msg('Close without saving', { id: 'preferences.close', desc: 'Name of the × button' }), () => this.hide())}
      </header>
      <div class="scroller" part="content">
        <slot name="text"
          ><p part="description">
            ${msg('Decide what your data may be used for. Nothing changes until you save.', {
              id: 'preferences.description',
              desc: 'First sentence of the panel',
            })}
          </p></slot
        >
        ${turned ? noChange : this.preamble(consent)}
        ${Object.entries(sectionTitles(msg)).map(([section, heading]) => {
          const own: unknown[] = rows
            .filter(({ entry, kind }) => sectionOf(entry, kind) === section)
            .map((each) => (turned && each.entry.id !== turned ? noChange : row(controller, consent, this.acts, each)));
          if (section === 'rights') {
            own.push(
              turned
                ? noChange
                : rights(
                    controller,
                    () => this.answered(() => consent.withdraw()),
                    () => void consent.show('records').catch(() => {}),
                  ),
            );
          }
          return own.length
            ? html`<section>
                <h3 part="section-title">${heading}</h3>
                <div class="card" part="card">${own}</div>
              </section>`
            : nothing;
        })}
      </div>
      <footer
        part="footer"
        role="none"
        @click=${this.pressed({
          'reject-all': () => this.answered(() => consent.rejectAll()),
          save: () =>
            this.answered(() => consent.update(answersOf(rows, this.draft, consent.choices), { method: 'save' })),
        })}
      >
        <slot name="actions">
          <div class="choices" part="choices">
            <button type="button" part="reject-all" data-consent-action="reject-all">
              ${msg('Reject all', { id: 'preferences.reject-all', desc: 'Button' })}
            </button>
            <button type="button" part="save" data-consent-action="save">
              ${msg('Save choices', { id: 'preferences.save', desc: 'Button' })}
            </button>
          </div>
        </slot>
      </footer>
    </dialog>`;
  }

  /** What stands above the choices: the languages, whose choices they are, and what has changed. */
  private preamble(consent: Consent): unknown {
    const { controller } = this;
    const changes = explaining.explain?.(controller);
    return [
      everyLanguage(controller),
      standing(controller, consent, (surface) =>
        consent.show(surface).then(
          () => this.hide(),
          () => {},
        ),
      ),
      changes?.heading
        ? html`<section>
            <h3 part="section-title">${changes.heading}</h3>
            <div class="card" part="card"><div class="row">${changes.reasons} ${changes.announced}</div></div>
          </section>`
        : nothing,
    ];
  }

  private readonly acts: Acts = {
    isOn: (entry) => isOn(this.draft, this.controller.consent?.choices ?? {}, entry),
    turn: (category, item) => {
      const { id } = item.entry;
      const on = !this.acts.isOn(item.entry);
      this.draft =
        item === category
          ? switchCategory(this.draft, category, on)
          : switchService(this.draft, category.entry.id, id, on);
      void this.requestUpdate(category.entry.id);
    },
    ask: async (category, item) => {
      const { id } = item.entry;
      // Above the panel, which keeps its draft; a yes counts at once, whatever was switched before.
      if (await this.controller.consent?.request(id, { trigger: 'visitor' })) {
        this.draft = { ...this.draft, [category.entry.id]: undefined, [id]: undefined };
      }
      await this.requestUpdate();
      this.renderRoot.querySelector<HTMLElement>(`[aria-labelledby~="${id}-title"]`)?.focus();
    },
  };

  /** By Escape, or by whatever else closes dialogs; not one that was closed before this one opened, which tells late. */
  private readonly closed = (event: Event): void => {
    if (event.target === this.presented && !(event.target as HTMLDialogElement).open) this.hide();
  };
}
