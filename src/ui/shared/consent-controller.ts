import type { Config, Text } from '../../core/config.js';
import type { Consent, TextPart } from '../../core/consent.js';
import { matchLanguage, resolveTag, resolveText } from '../../core/text.js';
import type { Witness } from '../../core/witness.js';
import { msgFor, speak } from '../i18n/localization.js';
import type { Msg } from '../i18n/msg.js';
import { directionOf } from './direction.js';
import { explaining } from './explanation.js';
import { isolate } from './isolate.js';

/** What the controller asks of its element. */
interface Host extends HTMLElement {
  readonly consent: Consent | undefined;
  readonly renderRoot: ShadowRoot;
  requestUpdate(): Promise<void>;
}

/** Brings the state of the consent down to an element: its choices, language, texts and look. */
export class ConsentController {
  /** The language that is spoken. */
  locale = '';
  private heard: Consent | undefined;
  /** Words of the config, and which other language they are in: a BCP 47 tag, or none. */
  private readonly foreign = new Map<string, string>();
  /** The elements that have been marked with it. */
  private marked: readonly HTMLElement[] = [];

  constructor(
    private readonly host: Host,
    private readonly part: TextPart,
  ) {
    // Before any button acts on it.
    host.addEventListener('click', (click) => this.note(click), true);
  }

  /**
   * Notes a click for the record of what it decides.
   *
   * @param target What was pressed; for a click that is over, which does not tell any more.
   */
  note(click: Event, target = click.composedPath()[0]): void {
    const witness = this.consent as Witness | undefined;
    if (witness) witness.clicked = { surface: this.host, click, target };
  }

  /** The element's consent, else the page's. */
  get consent(): Consent | undefined {
    return this.host.consent ?? (globalThis as { candor?: Consent }).candor;
  }

  get config(): Config {
    return this.consent?.config ?? {};
  }

  /** Whoever reads Traditional Chinese is better served with Simplified than with any other language. */
  private get languages(): (string | undefined)[] {
    return [this.locale, this.locale.split('-')[0], this.config.prevailingLanguage];
  }

  /** Candor's texts, and the site's words for them. */
  get msg(): Msg {
    return msgFor(this.consent as Consent, this.text);
  }

  /** Words of the config in the language that is spoken, else in one they are in. Without a tag they are in the page's. */
  readonly text = (text: Text | undefined): string | undefined => {
    const words = isolate(this.url(text), this.host.dir);
    const tag = resolveTag(text, this.languages) ?? this.config.prevailingLanguage ?? document.documentElement.lang;
    if (words) this.foreign.set(words, matchLanguage([tag], [this.locale]) ? '' : tag);
    return words;
  };

  /** An address of the config for that language, as it is. */
  readonly url = (text: Text | undefined): string | undefined => resolveText(text, this.languages);

  /** Says of what the element has rendered which words are in another language, for whoever has them read aloud (WCAG 3.1.2). */
  mark(): void {
    for (const element of this.marked) element.removeAttribute('lang');
    this.marked = [...this.host.renderRoot.querySelectorAll<HTMLElement>('*')].filter((element) => {
      const tag = element.firstElementChild ? undefined : this.foreign.get(element.textContent.trim());
      return tag && (element.lang = tag);
    });
  }

  /** Hears nothing any more. */
  end(): void {
    this.hear(undefined);
  }

  /** Fetches what the element needs to speak, dresses it, and keeps it up to date from now on. */
  readonly load = async (): Promise<void> => {
    const { consent, host } = this;
    if (!consent) return;
    this.hear(consent);
    this.locale = await speak(consent, this.part);
    await explaining.speak?.(consent);
    host.lang = this.locale;
    host.dir = directionOf(this.locale);
    (await consent.theme())?.dress(host, host.renderRoot, consent);
    void host.requestUpdate();
  };

  private readonly change = (): void => void this.host.requestUpdate();

  private hear(consent: Consent | undefined): void {
    for (const [type, listener] of [
      ['change', this.change],
      ['refresh', this.load],
    ] as const) {
      this.heard?.removeEventListener(type, listener);
      consent?.addEventListener(type, listener);
    }
    this.heard = consent;
  }
}
