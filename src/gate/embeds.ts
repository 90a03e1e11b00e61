/**
 * `<candor-embed>`: what its template brings stands in the page while all its ids are a yes, or since the visitor has loaded
 * it this once; else the interface draws a placeholder.
 */
import type { Consent, ConsentEvents } from '../core/consent.js';
import { termsOf } from '../core/condition.js';
import { fold, unfold } from './templates.js';
import type { Policy } from './trusted-types.js';

/** A failed download of the placeholder is tried again after so many ms. */
const RETRY = 4000;

/** Alone in a template, one of these fills the embed, whatever size that has. */
const FILLING = 'iframe,img,video,canvas,object,embed';

const STYLES = `
:host{position:relative;min-width:24px;min-height:24px}
:host([hidden]){display:none}`;
const FILLED = `::slotted(:is(${FILLING})){display:block;box-sizing:border-box;width:100%;height:100%}`;
const AS_HIGH_AS_IT_IS = ':host([data-consent-state]){height:auto}';

function isFilling({ children }: DocumentFragment): boolean {
  const [first, second] = [...children].filter(({ localName }) => !/^(script|style)$/.test(localName));
  return !second && !!first?.matches(`:is(${FILLING}):is([height],[style*=ratio])`);
}

/** What stands in the place of an embed. */
export interface Placeholder {
  /** Shows anew what the embed is like. */
  draw(): void;
  /** Goes, and leaves the embed as its markup is. */
  end(): void;
}

/** What an embed needs of others. */
export interface Means {
  readonly holdPlace: (element: HTMLElement) => void;
  readonly runScript: (queue: string, script: HTMLScriptElement) => void;
  readonly policy: Policy;
  readonly loadPlaceholder: () => Promise<{ open(embed: Embed): Placeholder }>;
}

/** An element that is served, as long as it is in the page. */
export class Embed {
  /** Ids that must be a yes, the service's included. */
  ids: readonly string[] = [];
  /** Whether its content stands in the page. */
  isReleased = false;
  /** Where the keyboard's focus belongs once that is there. */
  wantsFocus: 'content' | 'placeholder' | undefined;
  /** Whether it is released because the visitor has loaded it once. */
  private isOnce = false;
  private template: HTMLTemplateElement | null = null;
  private condition: string | undefined;
  private endGate: (() => void) | undefined;
  private placeholder: Placeholder | undefined;
  private isLoading = false;
  private isEnded = false;
  /** What the page had in it before the content came. */
  private kept: ReadonlySet<Node> = new Set();
  private readonly observer = new MutationObserver(() => this.look());
  private readonly content: HTMLSlotElement;
  private readonly fallback: HTMLSlotElement;

  constructor(
    readonly element: HTMLElement,
    readonly consent: Consent,
    private readonly means: Means,
  ) {
    means.holdPlace(element);
    const root = element.shadowRoot as ShadowRoot;
    const slot = (name: string): HTMLSlotElement => Object.assign(document.createElement('slot'), { name });
    root.replaceChildren((this.content = slot('')), (this.fallback = slot('fallback')));
    consent.addEventListener('ready', this.look);
    consent.addEventListener('change', this.change);
    consent.addEventListener('refresh', this.endWhatIsBarred);
    consent.addEventListener('destroy', this.end);
  }

  /** Brings itself in line with its element: attributes, template, and whether it is still there. */
  readonly look = (): void => {
    const { element, consent } = this;
    if (!element.isConnected) return this.end();
    const template = element.querySelector('template');
    this.observer.disconnect();
    this.observer.observe(element, { childList: true, attributeFilter: ['consent', 'service', 'label'] });
    if (template) this.observer.observe(template.content, { childList: true, subtree: true });
    this.hold(template);

    // Before the config is there, no id means anything; an empty template, perhaps still on its way, asks for nothing.
    const isAsking = Object.keys(consent.choices).length > 0 && template?.content.hasChildNodes();
    const ids = ['consent', 'service'].flatMap((name) => termsOf(element.getAttribute(name) ?? '').filter(Boolean));
    // `!` would release on a no.
    const condition = isAsking ? (/!/.test(ids.join()) ? '' : ids.join(' ')) : undefined;
    if (condition === this.condition && template === this.template) return this.draw();
    this.stop();
    Object.assign(this, { ids, condition, template });
    if (condition === undefined) return this.leave();
    this.endGate = consent.gate(condition, () => {
      this.isOnce = false;
      this.release();
      return this.putBack;
    });
    this.draw();
  };

  /** What of it is to be seen: what the page has put into it as well, as long as there is no placeholder. */
  show(what: 'content' | 'placeholder' | 'fallback'): void {
    this.content.hidden = what === 'placeholder';
    this.fallback.hidden = what !== 'fallback';
  }

  /** Releases it for this page view: nothing is stored, and no choice changes. */
  loadOnce(): void {
    if (this.isBarred()) return;
    this.isOnce = true;
    this.release();
  }

  /** Leaves the page: what it brought goes, too. */
  readonly end = (): void => {
    this.isEnded = true;
    this.stop();
    this.leave();
    this.observer.disconnect();
    this.consent.removeEventListener('ready', this.look);
    this.consent.removeEventListener('change', this.change);
    this.consent.removeEventListener('refresh', this.endWhatIsBarred);
    this.consent.removeEventListener('destroy', this.end);
    if (served.get(this.element) === this) served.delete(this.element);
  };

  private hold(template: HTMLTemplateElement | null): void {
    const { element, means } = this;
    means.holdPlace(element);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES + (template && isFilling(template.content) ? FILLED : AS_HIGH_AS_IT_IS));
    element.shadowRoot?.adoptedStyleSheets.push(sheet);
  }

  private stop(): void {
    this.endGate?.();
    this.putBack();
  }

  private leave(): void {
    this.placeholder?.end();
    this.placeholder = undefined;
    this.show('fallback');
  }

  /**
   * A yes that is taken back ends what it released by its gate. What was loaded once has no yes: it ends when one of its ids
   * becomes a no, or with a no to everything.
   */
  private readonly change = ({ detail }: { detail: ConsentEvents['change'] }): void => {
    const { method, denied } = detail;
    const isNo = method === 'withdraw' || method === 'reject-all' || denied.some((id) => this.ids.includes(id));
    if (this.isOnce && isNo) this.putBack();
  };

  /** Whether it is off for this visitor, whatever is answered. */
  private isBarred(): boolean {
    return this.ids.some((id) => this.consent.barred.includes(id));
  }

  private readonly endWhatIsBarred = (): void => {
    if (this.isOnce && this.isBarred()) this.putBack();
  };

  private release(): void {
    const { element, template, means } = this;
    if (this.isReleased || !template) return;
    this.isReleased = true;
    element.dataset['consentState'] = 'granted';
    this.kept = new Set(element.childNodes);
    this.show('content');
    const queue = element.getAttribute('service') ?? this.ids.join();
    for (const script of unfold(template, means.policy)) means.runScript(queue, script);
    this.draw();
  }

  private readonly putBack = (): void => {
    const { element, template } = this;
    if (!this.isReleased || !template) return;
    this.isReleased = this.isOnce = false;
    // Not by `:focus-within`, which is false in a window in the background.
    const { activeElement } = element.getRootNode() as Document | ShadowRoot;
    this.wantsFocus = element.contains(activeElement) ? 'placeholder' : undefined;
    delete element.dataset['consentState'];
    fold(template);
    // A template that was moved is no mark any more, and scripts put things beside it.
    for (const node of [...element.childNodes]) if (!this.kept.has(node)) node.remove();
    if (this.isEnded) return;
    if (!this.placeholder) this.show('fallback');
    this.draw();
  };

  private draw(): void {
    if (this.placeholder) return this.placeholder.draw();
    if (this.isReleased || this.isLoading || this.condition === undefined) return;
    this.isLoading = true;
    this.means.loadPlaceholder().then(
      (loaded) => {
        this.isLoading = false;
        if (!this.isEnded && !this.isReleased && this.condition !== undefined) this.placeholder = loaded.open(this);
      },
      () =>
        setTimeout(() => {
          this.isLoading = false;
          if (!this.isEnded) this.draw();
        }, RETRY),
    );
  }
}

const served = new WeakMap<HTMLElement, Embed>();

/** Serves an element that has come into the page, moved in it, or gone. */
export function serveEmbed(element: HTMLElement, consent: Consent, means: Means): void {
  let embed = served.get(element);
  if (embed && embed.consent !== consent) embed.end();
  if (!embed || embed.consent !== consent) {
    if (!element.isConnected) return;
    served.set(element, (embed = new Embed(element, consent, means)));
  }
  embed.look();
}
