import { html, nothing, type TemplateResult } from 'lit/html.js';
import { categoriesOf } from '../../core/categories.js';
import { needOf } from '../../core/need.js';
import { fill } from '../../core/text.js';
import { formatDuration } from '../facts/duration.js';
import { fact } from '../facts/fact.js';
import { facts } from '../facts/facts.js';
import { ifRefused } from '../facts/if-refused.js';
import { storedIn } from '../facts/stored-in.js';
import { wordsFor } from '../facts/words.js';
import { controlStyles } from '../shared/control.styles.js';
import { smallDialogStyles } from '../shared/small-dialog.styles.js';
import { Surface } from '../shared/surface.js';
import { surfaceStyles } from '../shared/surface.styles.js';
import { requestStyles } from './candor-request.styles.js';

/**
 * Asks for one category or service at the moment of need: what for, why, who receives it, for how long, and what happens
 * without it. Closed by Escape it decides nothing.
 *
 * @fires {Event} close - Went from shown to hidden.
 *
 * @slot title:id - Words of the heading, in the place of ours, where that id is asked for: `title:location`. Named after the id, so that
 *   they never stand above another question.
 * @slot text:id - Text in the place of what the data is used for, where that id is asked for.
 * @slot actions - Controls in the place of the two answers, each with `data-consent-action`: `deny`, `allow`.
 *
 * @csspart request - The dialog.
 * @csspart text - All that is read; scrolls where there is little room.
 * @csspart title - The heading.
 * @csspart description - What the data is used for.
 * @csspart facts - Which data, why, who receives it, for how long, and what happens without it.
 * @csspart label - What a fact is about.
 * @csspart value - What it says.
 * @csspart name - The name of a service among the facts.
 * @csspart link - A link among the facts.
 * @csspart choices - The two answers.
 * @csspart deny - The button that refuses.
 * @csspart allow - The button that agrees.
 * @csspart note - The remark beneath them.
 *
 * @cssproperty [--candor-width=480px] - Width.
 * @cssproperty [--candor-radius=16px] - Corners.
 * @cssproperty [--candor-background=#fff] - Background (#1d2024 in dark).
 * @cssproperty [--candor-color=#1f2328] - Text (#f2f4f6 in dark).
 * @cssproperty [--candor-border] - Hairlines. Default: follows the text.
 * @cssproperty [--candor-accent] - Fill of the two answers. Default: the text's colour.
 * @cssproperty [--candor-accent-text] - Text on that fill. Default: black or white, whichever reads better.
 * @cssproperty [--candor-muted] - Quieter text. Default: follows the text.
 * @cssproperty [--candor-font] - Font families. Default: those of the page.
 * @cssproperty [--candor-font-size=medium] - What words and widths grow with; 16px and less leave them as they are. Default: the browser's setting.
 */
export class CandorRequest extends Surface {
  static override styles = [controlStyles, surfaceStyles, smallDialogStyles, requestStyles];

  /** The category or service that is asked for. */
  asked = '';
  /** Takes the answer. */
  answer: (granted: boolean) => void = () => {};

  constructor() {
    super('preferences');
  }

  protected render(): TemplateResult | typeof nothing {
    const { controller } = this;
    const { consent, config, msg, locale } = controller;
    const category = categoriesOf(config).find(
      ({ id, services = [] }) => id === this.asked || services.some((service) => service.id === this.asked),
    );
    if (!consent || !category || !this.open) return nothing;

    const { services = [] } = category;
    const service = services.find(({ id }) => id === this.asked);
    const words = wordsFor(controller);
    const { title, description: purpose } = words(category);
    // Those that an answer for the whole covers.
    const covered = services.filter((each) => !needOf(each, consent.preset));
    const others = services.filter((each) => !covered.includes(each) && !consent.barred.includes(each.id));
    const { grantDays } = { ...consent.preset.lifespan, ...config.lifespan, ...category.lifespan };

    const paragraph = (words: string | undefined): unknown =>
      words ? html`<p part="description">${words}</p>` : nothing;

    return html`<dialog
      class="surface"
      part="request"
      aria-labelledby="title"
      aria-describedby="purpose"
      @close=${this.closed}
    >
      <div class="text" part="text" tabindex="-1">
        <h2 id="title" part="title" tabindex="-1">
          <slot name="title:${this.asked}"
            >${fill(msg('Allow “{title}”?', { id: 'request.title', desc: '{title}: name of a category or service' }), {
              title: service ? words(service).title : title,
            })}</slot
          >
        </h2>
        <div id="purpose">
          <slot name="text:${this.asked}">${[service && words(service).description, purpose].map(paragraph)}</slot>
          ${[
            service && !consent.granted(category.id)
              ? fill(
                  msg('This also turns on “{title}”, for this alone.', {
                    id: 'request.turns-on',
                    desc: 'Of a service whose category is off; its other services stay off. {title}: the category',
                  }),
                  { title },
                )
              : undefined,
            [this.asked, category.id].some((id) => consent.signalled.includes(id))
              ? msg('Your browser asks sites not to sell or share your data. Allow this here all the same?', {
                  id: 'signal.request',
                  desc: 'In the dialog for what the browser’s opt-out signal (Global Privacy Control) turns off',
                })
              : undefined,
          ].map(paragraph)}
        </div>
        <dl part="facts">
          ${facts(controller, category, service ?? covered, [
            ...storedIn(controller),
            ...ifRefused(controller, category),
            ...fact(
              msg('Your answer holds', { id: 'request.holds', desc: 'Label before a duration' }),
              formatDuration(`P${grantDays}D`, locale),
            ),
            ...fact(
              msg('Not included', { id: 'request.others', desc: 'Label before services that are asked by themselves' }),
              !service && new Intl.ListFormat(locale).format(others.map((each) => words(each).title)),
            ),
          ])}
        </dl>
      </div>
      <slot name="actions" @click=${this.pressed({ deny: () => this.finish(false), allow: () => this.finish(true) })}
        ><div class="choices" part="choices">
          ${this.button('deny', msg('Don’t allow', { id: 'request.deny', desc: 'Button that refuses' }))}
          ${this.button('allow', msg('Allow', { id: 'request.allow', desc: 'Button that agrees' }))}
        </div></slot
      >
      <p class="note" part="note">
        ${msg('You can change your mind any time in Cookie settings.', {
          id: 'request.note',
          desc: 'Beneath the buttons',
        })}
      </p>
    </dialog>`;
  }

  private button(name: 'allow' | 'deny', label: string): TemplateResult {
    return html`<button type="button" part=${name} data-consent-action=${name}>${label}</button>`;
  }

  private finish(granted: boolean): void {
    this.answered(() => {
      this.answer(granted);
      this.hide();
    });
  }

  /** By Escape; not one that was closed before this one opened, which tells late. */
  private readonly closed = (event: Event): void => {
    if (event.target === this.presented && !(event.target as HTMLDialogElement).open) this.hide();
  };
}
