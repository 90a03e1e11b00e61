import type { Consent } from '../../core/consent.js';

// Importable where there is no DOM.
const Base = (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ?? (class {} as typeof HTMLElement);

/** An element of the page's own markup: it tells the consent when it comes and goes, and the consent fills it. */
export abstract class ServedElement extends Base {
  private given: Consent | undefined;
  private asked: Consent | undefined;

  /** The consent it shows; the page's own (`window.candor`) where none is given. */
  get consent(): Consent | undefined {
    return this.given ?? (globalThis as { candor?: Consent }).candor;
  }

  set consent(consent: Consent | undefined) {
    this.given = consent;
    if (this.isConnected) this.ask();
  }

  connectedCallback(): void {
    document.addEventListener('candor-ready', this.ask);
    this.ask();
  }

  disconnectedCallback(): void {
    document.removeEventListener('candor-ready', this.ask);
    this.asked?.embed(this);
  }

  private readonly ask = (): void => {
    this.asked = this.consent;
    this.asked?.embed(this);
  };
}
