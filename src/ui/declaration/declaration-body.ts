import { nothing, type TemplateResult } from 'lit/html.js';
import type { Consent } from '../../core/consent.js';
import { ConsentController } from '../shared/consent-controller.js';
import { RenderedElement } from '../shared/rendered-element.js';
import { collectionList } from './collection-list.js';
import { entriesOf } from './entries.js';
import { everything } from './everything.js';
import { sharingList } from './sharing-list.js';

const LISTS: Readonly<Record<string, typeof everything>> = { collection: collectionList, sharing: sharingList };

/**
 * What stands in the shadow root of a `<candor-declaration>`, kept up to date. Language, direction and look are set here and
 * not on that element, which is the page's.
 */
export class DeclarationBody extends RenderedElement {
  /** Given before it comes into the page, as is `declaration`. */
  consent!: Consent;
  /** The element it stands in. */
  declaration!: HTMLElement;

  private readonly controller = new ConsentController(this, 'preferences');
  private readonly observer = new MutationObserver(() => void this.requestUpdate());
  private answer: Element | null | undefined;

  /** It renders into itself: the styles around it are its own. */
  override get renderRoot(): ShadowRoot {
    return this as unknown as ShadowRoot;
  }

  connectedCallback(): void {
    this.observer.observe(this.declaration, { attributeFilter: ['list'] });
    void this.controller.load();
  }

  disconnectedCallback(): void {
    this.observer.disconnect();
    this.controller.end();
  }

  protected render(): TemplateResult | typeof nothing {
    const { consent, controller, declaration } = this;
    this.answer = declaration.shadowRoot?.activeElement?.closest('.answer');
    const entries = entriesOf(controller, consent);
    const list = LISTS[declaration.getAttribute('list') ?? ''] ?? everything;
    return entries.length ? list(controller, consent, entries) : nothing;
  }

  /** A switch that became a button, or the other way round, leaves the keyboard's focus to what stands there now. */
  protected updated(): void {
    this.controller.mark();
    if (!this.declaration.shadowRoot?.activeElement) this.answer?.querySelector('button')?.focus();
  }
}
