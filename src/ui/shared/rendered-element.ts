import { render, type nothing, type TemplateResult } from 'lit/html.js';

// Importable where there is no DOM.
const Base = (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * An element that renders a Lit template into its shadow root. What LitElement offers beyond that, properties that observe
 * and reflect themselves, ours do not need, and it would be a fifth of what a first visit downloads.
 */
export abstract class RenderedElement extends Base {
  static styles: readonly string[] = [];

  private root: ShadowRoot | undefined;
  /** A rendering that was asked for and has not begun. */
  protected update: Promise<void> | undefined;

  /** The shadow root; made with the first look at it. */
  get renderRoot(): ShadowRoot {
    if (!this.root) {
      this.root = this.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync((this.constructor as typeof RenderedElement).styles.join(''));
      this.root.adoptedStyleSheets = [sheet];
    }
    return this.root;
  }

  /** Renders once the running task is done, however often it is asked. */
  requestUpdate(): Promise<void> {
    return (this.update ??= Promise.resolve().then(() => {
      this.update = undefined;
      render(this.render(), this.renderRoot);
      this.updated();
    }));
  }

  /** Resolves when what was requested is on screen. */
  get updateComplete(): Promise<void> {
    return this.update ?? Promise.resolve();
  }

  protected abstract render(): TemplateResult | typeof nothing;

  /** After each rendering. */
  protected abstract updated(): void;
}
