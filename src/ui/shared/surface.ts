import type { Consent, TextPart } from '../../core/consent.js';
import { afterPaint } from './after-paint.js';
import { ConsentController } from './consent-controller.js';
import { openModal } from './modal.js';
import { RenderedElement } from './rendered-element.js';
import { standBeside } from './stand-beside.js';
import type { SurfaceElement } from './surface-element.js';

/**
 * What the banner and the panel share: being shown above the page and hidden again. One that renders a `<dialog>` is modal;
 * any other is a popover of its own, beside which the page stays usable.
 */
export abstract class Surface extends RenderedElement implements SurfaceElement {
  consent: Consent | undefined;

  protected readonly controller: ConsentController;
  /** Asked to be shown, perhaps still waiting for its texts. */
  private wanted = false;
  /** What stands in the top layer: the host, or the dialog in it. */
  protected presented: HTMLElement | undefined;
  /** Takes it from there. */
  private end: (() => void) | undefined;

  protected constructor(part: TextPart) {
    super();
    this.controller = new ConsentController(this, part);
  }

  /** Whether it is shown. */
  get open(): boolean {
    return this.hasAttribute('open');
  }

  connectedCallback(): void {
    if (this.open) void this.controller.load();
  }

  disconnectedCallback(): void {
    this.controller.end();
    // Moved in the document it only drops out of the top layer.
    this.presented = undefined;
    queueMicrotask(() => this.isConnected || this.hide());
  }

  async show(): Promise<void> {
    this.wanted = true;
    await this.controller.load();
    if (!this.wanted) return;
    // It stands before the body, whose font it should speak in.
    this.style.fontFamily = getComputedStyle(document.body).fontFamily;
    // In a page's own markup, where what is put into its slots must not be seen before.
    this.hidden = false;
    this.toggleAttribute('open', true);
    await this.requestUpdate();
  }

  hide(): void {
    this.wanted = false;
    if (!this.open) return;
    this.toggleAttribute('open', false);
    this.dismiss();
    void this.requestUpdate();
    this.dispatchEvent(new Event('close'));
  }

  protected updated(): void {
    // One that the page has taken away is about to close.
    if (!this.open || !this.isConnected) return;
    this.controller.mark();
    this.present();
    this.fitAnswers();
    const text = this.renderRoot.querySelector('.text');
    if (text) this.sized.observe(text);
    this.reach();
  }

  /**
   * Hears what is pressed: ours, told by `data-consent-action`, and what the page has put in their place, told by that or by the
   * `data-candor` of its other controls.
   *
   * @param acts What each action does.
   */
  protected pressed(acts: Readonly<Record<string, () => unknown>>): (click: Event) => void {
    return (click) => {
      const { dataset } = (click.target as Element).closest<HTMLElement>('[data-consent-action],[data-candor]') ?? this;
      const act = acts[(dataset['consentAction'] ?? dataset['candor']) as string];
      if (!act) return;
      click.preventDefault();
      // What serves the page's controls elsewhere answers for everything, and not for what is asked here.
      if (dataset['candor']) click.stopPropagation();
      act();
    };
  }

  /**
   * Goes out of sight at once, and does what was answered when that is on screen: to store it and to tell everybody takes
   * longer than a frame.
   */
  protected answered(act: () => unknown): void {
    const { style } = this.renderRoot.querySelector<HTMLElement>('.surface')!;
    if (style.opacity) return;
    style.opacity = '0';
    afterPaint(() => {
      // It closes as it hears of the decision. Where files for that are on their way, or something fails, it stands as before.
      style.opacity = '';
      act();
    });
  }

  /** A text that scrolls must be within reach of the keyboard; not every browser sees to it. */
  private readonly reach = (): void => {
    const text = this.renderRoot.querySelector<HTMLElement>('.text');
    if (text) text.tabIndex = text.scrollHeight > text.clientHeight + 1 ? 0 : -1;
  };
  private readonly sized = new ResizeObserver(this.reach);

  /** Puts the answers side by side as long as the longest words of both fit, else one above the other: equal always. */
  private fitAnswers(): void {
    const choices = this.renderRoot.querySelector<HTMLElement>('.choices');
    if (!choices) return;
    choices.style.gridTemplateColumns = 'min-content';
    const { offsetWidth } = choices.firstElementChild as HTMLElement;
    choices.style.gridTemplateColumns = `repeat(auto-fit, minmax(min(100%, ${offsetWidth}px), 1fr))`;
  }

  /** Puts it into the top layer, once: again only after a move, or when the layout changed to or from a dialog. */
  protected present(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    const target = dialog ?? this;
    if (target === this.presented) return;
    this.dismiss();
    this.presented = target;
    this.end = dialog ? openModal(dialog, () => this.hide()) : standBeside(this);
    dialog?.querySelector('h2')?.focus();
  }

  protected dismiss(): void {
    this.presented = undefined;
    this.end?.();
    this.end = undefined;
  }
}
