import type { Consent } from '../core/consent.js';
import type { Witness } from '../core/witness.js';

/** How a decision came about, as far as the page can tell. */
export interface Testimony {
  readonly surface: string;
  readonly trusted: boolean;
  readonly text: string | null;
  /** BCP 47. */
  readonly language: string;
}

/** Actions that decide nothing; all others do, sooner or later. */
const IDLE = /^(preferences|records|close|open|load-once|print|download)$/;

/** What is said to who cannot see: it repeats what stands there. What can be seen of a surface is a part of it. */
const SAID = '[role=status]:not([part])';

/**
 * All that can be read on a surface, unfolding parts and buttons included: one line for each piece of text, in order. What the page
 * has put into a slot stands there, and not what would stand there without it.
 */
const linesOn = (node: Node): string[] =>
  node instanceof Text
    ? [node.data.replace(/\s+/g, ' ').trim()]
    : node instanceof Element && node.matches(SAID)
      ? []
      : [...(node instanceof HTMLSlotElement ? node.assignedNodes({ flatten: true }) : node.childNodes)].flatMap(
          linesOn,
        );

const textOn = (root: Node): string => linesOn(root).filter(Boolean).join('\n');

/** An element of Candor's. What it renders into may be another's shadow root. */
type Surface = HTMLElement & { readonly renderRoot?: Node };

/** `<candor-embed>` and `<candor-declaration>` are what the page calls the elements that others of Candor's stand in. */
const nameOf = ({ localName }: Element): string =>
  localName.replace('candor-', '').replace('placeholder', 'embed').replace('declaration-body', 'declaration');

/** Tells on what the decision was made that is being made now: a surface of Candor's, or the page's own code. */
export function testimonyOf(consent: Consent & Witness<Surface, Event, Element>): Testimony {
  const { clicked, locale } = consent;
  if (clicked) {
    const { surface, click, target, content = surface.renderRoot ?? surface.shadowRoot } = clicked;
    const control = target?.closest<HTMLElement>('[data-consent-action],[data-candor]');
    const { candor, consentAction: action = candor } = control?.dataset ?? {};
    // The click may be over: what it decides waits for files that are on their way, or for other answers.
    if (action ? !IDLE.test(action) : click.eventPhase) {
      consent.clicked = undefined;
      return {
        surface: nameOf(surface),
        trusted: click.isTrusted,
        text: content ? textOn(content as Node) : null,
        language: surface.lang || locale,
      };
    }
  }
  // What is being dispatched now; of what happens inside shadow roots the browser does not tell.
  const { event } = window;
  return { surface: 'api', trusted: event?.type === 'click' && event.isTrusted, text: null, language: locale };
}

/** What the visitor was told of changes, where that stands on the page; a page may tell it by itself. */
export function noticeSeen({ locale }: Consent): Testimony {
  const notice = document.querySelector<HTMLElement>('candor-notice');
  const text = notice?.shadowRoot && textOn(notice.shadowRoot);
  return text
    ? { surface: 'notice', trusted: false, text, language: notice.lang || locale }
    : { surface: 'api', trusted: false, text: null, language: locale };
}
