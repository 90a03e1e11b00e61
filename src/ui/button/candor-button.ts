import type { Consent } from '../../core/consent.js';
import { resolveText } from '../../core/text.js';
import type { Msg } from '../i18n/msg.js';
import type { Dress } from './link.js';
import { buttonStyles } from './candor-button.styles.js';

// Importable where there is no DOM.
const Base = (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * Reopens the choices. Floats in a corner, or with `inline` stands in a page's own footer. A returning visitor meets nothing
 * else of the interface, so it is made without Lit. In the United States it is the link that the state wants, with its icon, and
 * where no banner is due it says that the browser's opt-out signal is honoured.
 *
 * @attr inline - Stands where it is in the page instead of floating.
 *
 * @attr form - Which link it is: `settings`, `choices`, `do-not-sell`, `limit` or `transmission`. Default: what the region wants.
 *
 * @csspart button - The button.
 * @csspart icon - The icon of “Your Privacy Choices”.
 * @csspart status - That the browser's opt-out signal is honoured.
 *
 * @cssproperty [--candor-inset=16px] - Distance from the edges.
 * @cssproperty [--candor-background=Canvas] - Background.
 * @cssproperty [--candor-color=CanvasText] - Text.
 * @cssproperty [--candor-border] - Hairline.
 * @cssproperty [--candor-font] - Font families. Default: those of the page.
 * @cssproperty [--candor-font-size=medium] - What words and widths grow with; 16px and less leave them as they are. Default: the browser's setting.
 */
export class CandorButton extends Base {
  private given: Consent | undefined;
  private heard: Consent | undefined;
  private button: HTMLButtonElement | undefined;

  /** Makes it the link that the region wants; comes where that is so. */
  dress?: Dress;

  /** The consent it reopens; the page's own (`window.candor`) where none is given. */
  get consent(): Consent | undefined {
    return this.given ?? (globalThis as { candor?: Consent }).candor;
  }

  set consent(consent: Consent | undefined) {
    this.given = consent;
    if (this.isConnected) this.hear(this.consent);
  }

  connectedCallback(): void {
    this.button ??= this.build();
    // It may stand before the body, whose font it should speak in.
    if (this.nextElementSibling === document.body) this.style.fontFamily = getComputedStyle(document.body).fontFamily;
    this.hear(this.consent);
  }

  disconnectedCallback(): void {
    this.hear(undefined);
  }

  private build(): HTMLButtonElement {
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(buttonStyles);
    root.adoptedStyleSheets = [sheet];
    const button = document.createElement('button');
    button.type = 'button';
    button.part = 'button';
    // Its words are in Candor's language, or the site's own; what it stands in has the page's.
    button.dir = 'auto';
    button.dataset['consentAction'] = 'preferences';
    button.onclick = () => this.consent?.show('preferences').catch(() => undefined);
    root.append(button);
    return button;
  }

  private hear(consent: Consent | undefined): void {
    if (consent !== this.heard) {
      for (const type of ['refresh', 'change'] as const) {
        this.heard?.removeEventListener(type, this.refresh);
        consent?.addEventListener(type, this.refresh);
      }
      this.heard = consent;
    }
    if (consent) void this.refresh();
  }

  private readonly refresh = async (): Promise<void> => {
    const { consent, button } = this;
    if (!consent || !button) return;
    const { config, locale } = consent;
    const { reopen = 'auto' } = config.layout ?? {};
    this.dataset['position'] = reopen === 'auto' ? 'bottom-start' : reopen;
    // Only the floating one, which stands before the body, is the config's; where the page put one, it stays.
    this.hidden = reopen === 'none' && this.nextElementSibling === document.body;
    (await consent.theme())?.dress(this, this.shadowRoot as ShadowRoot, consent);

    const own = resolveText(config.texts?.['button.label'], [locale, config.prevailingLanguage]);
    const messages = own === undefined ? await consent.messages('banner').catch(() => ({})) : {};
    if (consent.locale !== locale) return;
    // The type alone makes `lit-localize extract` find the text.
    const msg = ((text: string, { id }: { id: string }) =>
      own ?? (messages as Record<string, string>)[id] ?? text) as Msg;
    button.textContent = msg('Cookie settings', {
      id: 'button.label',
      desc: 'Button that reopens the choices; the first layer’s text refers to it by this name',
    });
    await this.dress?.(this, consent, button);
  };
}
