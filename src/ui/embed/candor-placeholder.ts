import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Consent } from '../../core/consent.js';
import { fill } from '../../core/text.js';
import { fact } from '../facts/fact.js';
import { lockedText } from '../facts/locked-text.js';
import { serviceFacts } from '../facts/service-facts.js';
import { wordsFor } from '../facts/words.js';
import { ConsentController } from '../shared/consent-controller.js';
import { closeMark } from '../shared/close-mark.js';
import { controlStyles } from '../shared/control.styles.js';
import { openModal } from '../shared/modal.js';
import { RenderedElement } from '../shared/rendered-element.js';
import { placeholderStyles } from './candor-placeholder.styles.js';
import type { Embed } from './embed.js';
import { focusInto } from './focus-into.js';
import { layoutFor, type Layout } from './layout.js';
import { subjectOf, type Subject } from './subject.js';

/** What stands in an embed until its content does; inside the embed's shadow root, so its parts are the embed's. */
export class CandorPlaceholder extends RenderedElement {
  static override styles = [controlStyles, placeholderStyles];

  /** The embed it stands in; given before it comes into the page. */
  embed!: Embed;

  private readonly controller = new ConsentController(this, 'preferences');
  private layout: Layout = 'column';
  private wasReleased = false;
  private closeModal: (() => void) | undefined;
  /** What a screen reader is told. */
  private news = '';
  private readonly sized = new ResizeObserver(() => {
    const layout = layoutFor(this.embed.element, this);
    if (layout !== this.layout) this.layOut(layout);
    this.reach();
  });

  get consent(): Consent {
    return this.embed.consent;
  }

  connectedCallback(): void {
    this.layout = layoutFor(this.embed.element, this);
    this.sized.observe(this.embed.element);
    // Whoever has gone on meanwhile is not called back.
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget) this.embed.wantsFocus = undefined;
    });
    void this.controller.load();
  }

  disconnectedCallback(): void {
    this.sized.disconnect();
    this.controller.end();
    this.closeDialog();
  }

  protected render(): TemplateResult {
    const { embed, wasReleased } = this;
    const { msg } = this.controller;
    const subject = subjectOf(this.consent, embed.ids);
    const label = this.label(subject);
    if (embed.isReleased !== wasReleased) {
      this.wasReleased = embed.isReleased;
      this.news = fill(
        embed.isReleased
          ? msg('{label}: loaded.', { id: 'embed.loaded', desc: 'Told to screen readers. {label}: what is embedded' })
          : msg('{label}: removed.', {
              id: 'embed.removed',
              desc: 'Told to screen readers. {label}: what is embedded',
            }),
        { label },
      );
    }
    return html`${embed.isReleased ? nothing : this.placeholder(subject, label)}
      <div class="status" role="status">${this.news}</div>`;
  }

  protected updated(): void {
    const { controller, embed } = this;
    controller.mark();
    this.toggleAttribute('hidden', embed.isReleased);
    if (!embed.isReleased) embed.show('placeholder');
    this.reach();
    if (embed.wantsFocus !== (embed.isReleased ? 'content' : 'placeholder')) return;
    embed.wantsFocus = undefined;
    if (embed.isReleased) focusInto(embed.element);
    else this.renderRoot.querySelector<HTMLElement>('.box, .open')?.focus();
  }

  private placeholder(subject: Subject, label: string): TemplateResult {
    const { msg } = this.controller;
    if (this.layout !== 'button') {
      return html`<div
        class="box"
        part="placeholder"
        role="group"
        aria-labelledby="title"
        tabindex="-1"
        data-layout=${this.layout}
      >
        ${this.content(subject, label)}
      </div>`;
    }
    return html`<button
        type="button"
        class="open"
        part="open"
        data-consent-action="open"
        aria-haspopup="dialog"
        @click=${() => this.openDialog()}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M4 7.5h8v6H4zM5.75 7.5V5a2.25 2.25 0 0 1 4.5 0v2.5" />
        </svg>
        <span>${label}</span>
      </button>
      <dialog class="box" part="placeholder" aria-labelledby="title" @close=${() => this.closeDialog()}>
        ${closeMark(msg('Close', { id: 'embed.close', desc: 'Name of the × button of a small dialog' }), () => this.closeDialog())}
        ${this.content(subject, label)}
      </dialog>`;
  }

  private content(subject: Subject, label: string): TemplateResult {
    const { msg } = this.controller;
    const { unknown, asked, separate } = subject;
    // What is off for this visitor is loaded for nobody's once either.
    const locked = this.embed.ids.map((id) => lockedText(this.controller, this.consent, id)).find(Boolean);
    const isClosed = unknown.length > 0 || !asked.length;
    const button = (name: string, text: string, act: (click: Event) => unknown): TemplateResult =>
      html`<button type="button" part=${name} data-consent-action=${name} @click=${act}>${text}</button>`;
    return html`<div class="text" part="text" @scroll=${this.reach}>
        <p class="title" id="title" part="title" tabindex="-1">${label}</p>
        ${
          isClosed
            ? html`<p part="description">
                ${fill(
                  msg('This content stays off: the site has not said what it is for ({ids}).', {
                    id: 'embed.unknown',
                    desc: 'In the place of embedded content that waits for ids nobody configured. {ids}: those ids',
                  }),
                  { ids: unknown.join(', ') },
                )}
              </p>`
            : this.description(subject)
        }
        ${locked ? html`<p part="locked">${locked}</p>` : nothing}
      </div>
      ${
        isClosed || locked
          ? nothing
          : html`<div class="choices" part="choices">
              ${
                // What needs a separate consent gets it in its own dialog and nowhere else, not even for once.
                separate.length
                  ? nothing
                  : button(
                      'load-once',
                      msg('Load once', {
                        id: 'embed.load-once',
                        desc: 'Button: loads the embedded content now and remembers nothing',
                      }),
                      () => this.loadOnce(),
                    )
              }
              ${button(
                'always-allow',
                msg('Always allow', {
                  id: 'embed.always-allow',
                  desc: 'Button: consents to the service, now and on later visits',
                }),
                (click: Event) => this.alwaysAllow(subject, click),
              )}
            </div>`
      }`;
  }

  private description({ service, categories }: Subject): TemplateResult {
    const { controller } = this;
    const { msg } = controller;
    const words = wordsFor(controller);
    const { title: name, description: own } = service ? words(service) : {};
    const purposes = categories.map((category) => words(category).description);
    return html`<p part="description">
        ${
          name
            ? fill(
                msg(
                  'This comes from {service}. If you load it, {provider} receives your IP address, details of your browser and the address of this page, and may keep data on your device.',
                  {
                    id: 'embed.description',
                    desc: 'In the place of embedded content. {service}: its name; {provider}: the company, or the same name',
                  },
                ),
                { service: name, provider: controller.text(service?.provider) ?? name },
              )
            : msg(
                'This comes from another provider. If you load it, that provider receives your IP address, details of your browser and the address of this page, and may keep data on your device.',
                { id: 'embed.description-unnamed', desc: 'The same where no service is named' },
              )
        }
      </p>
      ${(own ? [own] : purposes).filter(Boolean).map((text) => html`<p part="description">${text}</p>`)}
      <details part="details" @toggle=${this.reach}>
        <summary part="summary">
          ${msg('Who, where, how long', { id: 'embed.details', desc: 'Unfolds the facts about a service' })}
        </summary>
        <dl part="facts">
          ${fact(
            msg('Purpose', { id: 'embed.purpose', desc: 'Label before the title of one or more categories' }),
            new Intl.ListFormat(controller.locale, { type: 'unit' }).format(
              categories.map((category) => words(category).title),
            ),
          )}
          ${service ? serviceFacts(controller, service) : nothing}
        </dl>
      </details>`;
  }

  /** What the content is called: the page's word for it, else the service's. */
  private label({ service }: Subject): string {
    const { controller } = this;
    const { msg } = controller;
    return (
      this.embed.element.getAttribute('label') ||
      (service && wordsFor(controller)(service).title) ||
      msg('Embedded content', { id: 'embed.label', desc: 'Name of embedded content that the page has not named' })
    );
  }

  private loadOnce(): void {
    this.closeDialog();
    this.embed.wantsFocus = 'content';
    this.embed.loadOnce();
  }

  private async alwaysAllow({ asked, separate }: Subject, click: Event): Promise<void> {
    const { consent, embed } = this;
    const { target } = click;
    this.closeDialog();
    for (const id of separate) {
      if (!(await consent.request(id))) return;
    }
    embed.wantsFocus = 'content';
    const rest = asked.filter((id) => !separate.includes(id));
    // Those dialogs have records of their own; the rest was answered here.
    if (separate.length) this.controller.note(click, target ?? undefined);
    if (rest.length) consent.update(Object.fromEntries(rest.map((id) => [id, true])));
  }

  private openDialog(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog) return;
    this.closeModal = openModal(dialog, () => this.closeDialog());
    dialog.querySelector<HTMLElement>('.title')?.focus();
    this.reach();
  }

  private closeDialog(): void {
    this.closeModal?.();
    this.closeModal = undefined;
  }

  private layOut(layout: Layout): void {
    // The dialog that is open belongs to the button.
    if (this.closeModal) return;
    const { embed } = this;
    if (this.renderRoot.activeElement) embed.wantsFocus ??= 'placeholder';
    this.layout = layout;
    void this.requestUpdate();
  }

  /** A text that scrolls must be within reach of the keyboard; not every browser sees to it. */
  private readonly reach = (): void => {
    const text = this.renderRoot.querySelector<HTMLElement>('.text');
    if (!text) return;
    const hidden = text.scrollHeight - text.clientHeight;
    text.tabIndex = hidden > 1 ? 0 : -1;
    text.toggleAttribute('data-more', text.scrollTop < hidden - 1);
  };
}
