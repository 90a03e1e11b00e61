import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Category } from '../../core/config.js';
import type { Consent } from '../../core/consent.js';
import type { Relation } from '../../core/subject.js';
import { fill } from '../../core/text.js';
import type { Clicked, Witness } from '../../core/witness.js';
import { categoryTexts } from '../facts/category-texts.js';
import { link } from '../facts/fact.js';
import { controlStyles } from '../shared/control.styles.js';
import { smallDialogStyles } from '../shared/small-dialog.styles.js';
import { Surface } from '../shared/surface.js';
import { surfaceStyles } from '../shared/surface.styles.js';
import { guardianStyles } from './candor-guardian.styles.js';
import { allowable, takeAnswer } from './guardian-answer.js';

const RELATIONS: readonly Relation[] = ['parent', 'guardian', 'other'];

/**
 * The step of a parent or guardian of a child: who asks, what for, who answers, a declaration, and the answers, with refusing as
 * easy as agreeing. What it allows counts once the page has verified the guardian. Closed by Escape it decides nothing.
 *
 * @fires {Event} close - Went from shown to hidden.
 *
 * @csspart guardian - The dialog.
 * @csspart text - All that is read and filled in; scrolls where there is little room.
 * @csspart title - The heading.
 * @csspart description - Who asks, and what holds without an answer; what a purpose is.
 * @csspart purposes - The purposes, one box each.
 * @csspart relation - What the person who answers is to the child.
 * @csspart legend - What is to be filled in there.
 * @csspart option - A purpose or relation, with its box.
 * @csspart box - What is ticked.
 * @csspart name - The name of a purpose or relation.
 * @csspart declaration - The declaration.
 * @csspart note - The remark beneath it.
 * @csspart links - The links beneath that.
 * @csspart link - One of them.
 * @csspart problem - What is missing.
 * @csspart choices - The two answers.
 * @csspart reject-all - The button that refuses.
 * @csspart accept-all - The button that agrees.
 * @csspart save - The button that agrees to what is ticked.
 * @csspart close - The button that closes what is told after the answer.
 *
 * @cssproperty [--candor-width=520px] - Width.
 * @cssproperty [--candor-radius=16px] - Corners.
 * @cssproperty [--candor-background=#fff] - Background (#1d2024 in dark).
 * @cssproperty [--candor-color=#1f2328] - Text (#f2f4f6 in dark).
 * @cssproperty [--candor-border] - Hairlines. Default: follows the text.
 * @cssproperty [--candor-accent] - Fill of the two answers. Default: the text's colour.
 * @cssproperty [--candor-accent-text] - Text on that fill. Default: black or white, whichever reads better.
 */
export class CandorGuardian extends Surface {
  static override styles = [controlStyles, surfaceStyles, smallDialogStyles, guardianStyles];

  /** What is missing for a yes, once somebody has tried. */
  private problem: 'relation' | 'declaration' | 'purpose' | undefined;
  /** What follows from an answer that does not count yet. */
  private outcome: 'checking' | 'unseen' | undefined;

  constructor() {
    super('preferences');
  }

  override show(): Promise<void> {
    if (!this.open) this.problem = this.outcome = undefined;
    return super.show();
  }

  protected render(): TemplateResult | typeof nothing {
    const { consent } = this.controller;
    if (!consent || !this.open) return nothing;
    return html`<dialog class="surface" part="guardian" aria-labelledby="title" @close=${this.closed}>
      ${this.outcome ? this.told(this.outcome) : this.asking(consent)}
    </dialog>`;
  }

  private asking(consent: Consent): TemplateResult {
    const { controller } = this;
    const { msg, config } = controller;
    const words = {
      controller:
        controller.text(config.controller?.name) ??
        msg('This site', { id: 'guardian.site', desc: 'In the place of the name of the site’s owner' }),
      age: `${consent.ageGroup?.consentAge}`,
    };
    const texts = categoryTexts(msg);
    const { problem } = this;
    return html`<div class="text" part="text" tabindex="-1" role="group" aria-labelledby="title">
        <h2 id="title" part="title" tabindex="-1">
          ${msg('A parent or guardian decides', { id: 'guardian.title', desc: 'Heading of the guardian’s step' })}
        </h2>
        <p part="description">
          ${fill(
            msg(
              '{controller} asks for permission to use data of a child under {age}. Without it, everything optional stays off and basic functions still work.',
              {
                id: 'guardian.description',
                desc: '{controller}: name of the site’s owner; {age}: years; PIPL art. 31, GDPR art. 8',
              },
            ),
            words,
          )}
        </p>
        <fieldset part="purposes">
          <legend part="legend">
            ${msg('What the data would be used for', { id: 'guardian.purposes', desc: 'Above the list of purposes' })}
          </legend>
          ${allowable(consent).map((category) => this.purpose(category, texts))}
        </fieldset>
        <fieldset part="relation" aria-describedby=${problem === 'relation' ? 'problem' : nothing}>
          <legend part="legend">
            ${msg('Who are you?', { id: 'guardian.relation', desc: 'Above: parent, legal guardian, other' })}
          </legend>
          ${RELATIONS.map(
            (relation) =>
              html`<label part="option">
                <input part="box" type="radio" name="relation" value=${relation} />
                <span part="name">${this.relationName(relation)}</span>
              </label>`,
          )}
        </fieldset>
        <label class="declaration" part="declaration">
          <input
            part="box"
            type="checkbox"
            name="declaration"
            aria-invalid=${problem === 'declaration'}
            aria-describedby=${problem === 'declaration' ? 'problem' : nothing}
          />
          <span>
            ${msg('I declare that I am responsible for this child and may decide for them.', {
              id: 'guardian.declaration',
              desc: 'Beside a box that is not ticked',
            })}
          </span>
        </label>
        <p part="note">
          ${msg('You can change your mind any time in Cookie settings.', {
            id: 'guardian.note',
            desc: 'Below the declaration',
          })}
        </p>
        ${this.links()}
      </div>
      ${problem ? html`<p class="problem" id="problem" part="problem" role="alert">${this.problemText(problem)}</p>` : nothing}
      <div class="choices" part="choices">
        ${this.button('reject-all', msg('Don’t allow', { id: 'guardian.reject', desc: 'Button that refuses' }), () => this.refuse(consent))}
        ${this.button('accept-all', msg('Allow all', { id: 'guardian.accept', desc: 'Button that agrees to every purpose' }), () => this.allow(consent, true))}
      </div>
      ${this.button(
        'save',
        msg('Allow what is ticked', { id: 'guardian.save', desc: 'Button that agrees to the ticked purposes' }),
        () => this.allow(consent, false),
      )}`;
  }

  private purpose(category: Category, texts: ReturnType<typeof categoryTexts>): TemplateResult {
    const { text } = this.controller;
    const { id, title, description } = category;
    const sentence = text(description) ?? texts[id]?.description;
    return html`<label part="option">
      <input part="box" type="checkbox" name="purpose" value=${id} />
      <span
        ><span part="name">${text(title) ?? texts[id]?.title ?? id}</span
        >${sentence ? html`<small part="description">${sentence}</small>` : nothing}</span
      >
    </label>`;
  }

  private relationName(relation: Relation): string {
    const { msg } = this.controller;
    if (relation === 'parent')
      return msg('The child’s parent', { id: 'guardian.parent', desc: 'Answer to “Who are you?”' });
    return relation === 'guardian'
      ? msg('The child’s legal guardian', { id: 'guardian.guardian', desc: 'Answer to “Who are you?”' })
      : msg('Another person with parental responsibility', {
          id: 'guardian.other',
          desc: 'Answer to “Who are you?”',
        });
  }

  private links(): TemplateResult | typeof nothing {
    const { msg, url, config } = this.controller;
    const links = [
      link(
        url(config.audience?.policy),
        msg('Privacy rules for children', { id: 'age.policy', desc: 'Link to the site’s privacy rules for minors' }),
      ),
      link(
        url(config.controller?.guardianContact),
        msg('Contact for parents and guardians', { id: 'guardian.contact', desc: 'Link' }),
      ),
    ].filter(Boolean);
    return links.length ? html`<p class="links" part="links">${links}</p>` : nothing;
  }

  private problemText(problem: NonNullable<typeof this.problem>): string {
    const { msg } = this.controller;
    if (problem === 'purpose') {
      return msg('Please tick what you allow.', {
        id: 'guardian.missing-purpose',
        desc: 'Told to who has ticked nothing',
      });
    }
    return problem === 'relation'
      ? msg('Please say who you are.', { id: 'guardian.missing-relation', desc: 'Told to who has not said it' })
      : msg('Please tick the declaration, if it is true.', {
          id: 'guardian.missing-declaration',
          desc: 'Told to who has not ticked it',
        });
  }

  /** Nothing is allowed yet, and the guardian is told why. */
  private told(outcome: NonNullable<typeof this.outcome>): TemplateResult {
    const { msg } = this.controller;
    return html`<div class="text" part="text" tabindex="-1">
        <h2 id="title" part="title" tabindex="-1">
          ${msg('Nothing is on yet', { id: 'guardian.told-title', desc: 'Heading, after the guardian’s answer' })}
        </h2>
        <p part="description">
          ${
            outcome === 'checking'
              ? msg(
                  'This site now checks that you are the parent or guardian. Your answer counts once it has, as long as this page stays open.',
                  { id: 'guardian.checking', desc: 'After the guardian’s answer' },
                )
              : msg('This site has not checked that you are the parent or guardian. Please contact it.', {
                  id: 'guardian.unseen',
                  desc: 'After the guardian’s answer, where nothing on the page checks it',
                })
          }
        </p>
        ${this.links()}
      </div>
      ${this.button('close', msg('Close', { id: 'guardian.close', desc: 'Button' }), () => this.hide())}`;
  }

  private button(name: string, label: string, act: () => unknown): TemplateResult {
    return html`<button
      type="button"
      class=${/save|close/.test(name) ? 'quiet' : nothing}
      part=${name}
      data-consent-action=${name}
      @click=${act}
    >
      ${label}
    </button>`;
  }

  private field(selector: string): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`input${selector}`);
  }

  private relation(): Relation | undefined {
    return this.field('[name="relation"]:checked')?.value as Relation | undefined;
  }

  /** The click that is being acted on, with what is read now. */
  private clicked({ clicked }: Consent & Witness): Clicked | undefined {
    return clicked && { ...clicked, content: this.presented?.cloneNode(true) };
  }

  private allow(consent: Consent, everything: boolean): void {
    const ids = allowable(consent).map(({ id }) => id);
    const choices = Object.fromEntries(
      ids.map((id) => [id, everything || !!this.field(`[name="purpose"][value="${id}"]`)?.checked]),
    );
    const relation = this.relation();
    this.problem = !Object.values(choices).includes(true)
      ? 'purpose'
      : !relation
        ? 'relation'
        : !this.field('[name="declaration"]')?.checked
          ? 'declaration'
          : undefined;
    if (this.problem) {
      const missing = this.field(`[name="${this.problem}"]`);
      // What is told takes room: only then is it known what is in view.
      void this.requestUpdate().then(() => missing?.focus());
      return;
    }
    const outcome = takeAnswer(consent, { relation, choices, clicked: this.clicked(consent) });
    if (outcome === 'done') return this.hide();
    this.outcome = outcome;
    void this.requestUpdate().then(() => this.renderRoot.querySelector('h2')?.focus());
  }

  private refuse(consent: Consent): void {
    const choices = Object.fromEntries(allowable(consent).map(({ id }) => [id, false]));
    takeAnswer(consent, { relation: this.relation(), choices, clicked: this.clicked(consent) });
    this.hide();
  }

  /** By Escape; not one that was closed before this one opened, which tells late. */
  private readonly closed = (event: Event): void => {
    if (event.target === this.presented && !(event.target as HTMLDialogElement).open) this.hide();
  };
}
