import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Category } from '../../core/config.js';
import type { Consent } from '../../core/consent.js';
import { categoriesOf } from '../../core/categories.js';
import { createModel, type CategoryModel } from '../../core/model.js';
import { controlStyles } from '../shared/control.styles.js';
import { Surface } from '../shared/surface.js';
import { surfaceStyles } from '../shared/surface.styles.js';
import { preferencesStyles } from './candor-preferences.styles.js';
import { SECTIONS, sectionOf } from './categories.js';
import { categoryTexts } from '../facts/category-texts.js';
import { details } from './details.js';
import { answersOf, switchCategory, switchService, type Draft } from './draft.js';
import { rights } from './rights.js';
import { sectionTitles } from './section-titles.js';

/**
 * The panel with every choice, one switch each. It holds a draft: nothing counts before Save; Escape and the close mark
 * change nothing.
 *
 * @fires {Event} close - Went from shown to hidden.
 *
 * @csspart panel - The dialog.
 * @csspart title - The heading.
 * @csspart close - The button that closes without saving.
 * @csspart section-title - The heading of a section.
 * @csspart category - A category with its switch, sentence and details.
 * @csspart switch - A switch of a category or service.
 * @csspart details - The unfolding facts about a category.
 * @csspart withdraw - The button that takes back every consent.
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
 */
export class CandorPreferences extends Surface {
  static override styles = [controlStyles, surfaceStyles, preferencesStyles];

  private draft: Draft = {};

  constructor() {
    super('preferences');
  }

  override show(): Promise<void> {
    if (!this.open) this.draft = {};
    return super.show();
  }

  protected render(): TemplateResult | typeof nothing {
    const { consent, msg, config } = this.controller;
    if (!consent || !this.open) return nothing;

    const model = createModel(config, consent.preset, Date.now() / 1000).categories;
    const categories = categoriesOf(config).map((category, index) => ({
      category,
      model: model[index] as CategoryModel,
    }));
    const titles = sectionTitles(msg);
    const texts = categoryTexts(msg);

    return html`<dialog class="surface" part="panel" aria-labelledby="title" @close=${this.closed}>
      <header>
        <h2 id="title" part="title" tabindex="-1">
          ${msg('Cookie settings', { id: 'preferences.title', desc: 'Heading of the panel' })}
        </h2>
        <button
          type="button"
          class="close"
          part="close"
          data-consent-action="close"
          aria-label=${msg('Close without saving', { id: 'preferences.close', desc: 'Name of the × button' })}
          @click=${() => this.hide()}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" /></svg>
        </button>
      </header>
      <div class="scroller">
        <p>
          ${msg('Decide what your data may be used for. Nothing changes until you save.', {
            id: 'preferences.description',
            desc: 'First sentence of the panel',
          })}
        </p>
        ${SECTIONS.map((section) => {
          const rows = categories.filter(({ category, model: { kind } }) => sectionOf(category, kind) === section);
          return rows.length || section === 'rights'
            ? html`<section>
                <h3 part="section-title">${titles[section]}</h3>
                <div class="card">
                  ${
                    section === 'rights'
                      ? html`<div class="row rights">${rights(this.controller, () => consent.withdraw())}</div>`
                      : rows.map(({ category, model }) =>
                          this.row(consent, category, model, {
                            title: this.controller.text(category.title) ?? texts[category.id]?.title ?? category.id,
                            description: this.controller.text(category.description) ?? texts[category.id]?.description,
                          }),
                        )
                  }
                </div>
              </section>`
            : nothing;
        })}
      </div>
      <footer class="choices">
        <button type="button" part="reject-all" data-consent-action="reject-all" @click=${() => consent.rejectAll()}>
          ${msg('Reject all', { id: 'preferences.reject-all', desc: 'Button' })}
        </button>
        <button
          type="button"
          part="save"
          data-consent-action="save"
          @click=${() => consent.update(answersOf(model, this.isOn, consent.choices), { method: 'save' })}
        >
          ${msg('Save choices', { id: 'preferences.save', desc: 'Button' })}
        </button>
      </footer>
    </dialog>`;
  }

  private row(
    consent: Consent,
    category: Category,
    model: CategoryModel,
    { title, description }: { title: string; description: string | undefined },
  ): TemplateResult {
    const { msg } = this.controller;
    const { id, kind } = model;
    const separate = kind === 'separate';
    const allowed = consent.granted(id);
    const switchable = kind !== 'necessary' && (!separate || allowed);

    return html`<div class="row" part="category">
      <div class="head">
        <h4 id="${id}-title">${title}</h4>
        ${
          kind === 'necessary'
            ? html`<span class="state">
                ${msg('Always on', { id: 'preferences.always-on', desc: 'Stands in the place of a switch' })}
              </span>`
            : nothing
        }
        ${switchable ? this.switch(id, (on) => switchCategory(this.draft, model, on), { 'data-consent-category': id }) : nothing}
      </div>
      ${description ? html`<p>${description}</p>` : nothing}
      ${
        separate
          ? html`<p class="separate">
              ${
                allowed
                  ? msg('Asked separately, at the moment it is needed. Now: allowed.', {
                      id: 'preferences.separate-allowed',
                      desc: 'State of a category that needs a separate consent',
                    })
                  : msg('Asked separately, at the moment it is needed. Now: not allowed.', {
                      id: 'preferences.separate-denied',
                      desc: 'State of a category that needs a separate consent',
                    })
              }
            </p>`
          : nothing
      }
      ${
        switchable && !separate
          ? category.services?.map(
              (service) =>
                html`<div class="head service">
                  <span id="${service.id}-title">${this.controller.text(service.name) ?? service.id}</span>
                  ${this.switch(service.id, (on) => switchService(this.draft, model, service.id, on), {
                    'data-consent-service': service.id,
                  })}
                </div>`,
            )
          : nothing
      }
      ${details(this.controller, category, kind)}
    </div>`;
  }

  private switch(id: string, turn: (on: boolean) => Draft, hook: SwitchHook): TemplateResult {
    const { msg } = this.controller;
    const on = this.isOn(id);
    return html`<span class="state" aria-hidden="true">
        ${
          on
            ? msg('On', { id: 'preferences.on', desc: 'Beside a switch' })
            : msg('Off', { id: 'preferences.off', desc: 'Beside a switch' })
        }
      </span>
      <button
        type="button"
        role="switch"
        part="switch"
        aria-checked=${on}
        aria-labelledby="${id}-title"
        data-consent-category=${hook['data-consent-category'] ?? nothing}
        data-consent-service=${hook['data-consent-service'] ?? nothing}
        @click=${() => {
          this.draft = turn(!on);
          void this.requestUpdate();
        }}
      ></button>`;
  }

  private readonly isOn = (id: string): boolean => this.draft[id] ?? this.controller.consent?.choices[id] ?? false;

  /** By Escape, or by whatever else closes dialogs; not one that was closed before this one opened, which tells late. */
  private readonly closed = (event: Event): void => {
    if (event.target === this.presented && !(event.target as HTMLDialogElement).open) this.hide();
  };
}

/** How privacy tools and tests find a switch. */
interface SwitchHook {
  'data-consent-category'?: string;
  'data-consent-service'?: string;
}
