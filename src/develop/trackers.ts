import type { Consent } from '../core/consent.js';
import { addressesOf, fetchingElements } from './addresses.js';
import { vendorOf, vendorsIn } from './find-vendor.js';
import type { Finding } from './finding.js';
import { isRuled, recipientOf, type Recipient } from './recipients.js';
import type { VendorRequest } from './requests.js';
import type { Vendor } from './vendors.js';

const MARKED = '[data-consent],[data-consent-state]';

/** What waits for a yes in ways of its own: what it holds may come by a click as well. */
const HELD = 'template[data-consent],candor-embed,script[data-consent-state],[data-consent-state][src]';

/** Whether Candor has unfolded it from a template: its content stands between the template and an empty comment. */
function isUnfolded(element: Element): boolean {
  for (let around: Node | null = element; around; around = around.parentNode) {
    for (let before = around.previousSibling; before; before = before.previousSibling) {
      if (before instanceof Comment && !before.data) break;
      if (before instanceof HTMLTemplateElement && before.dataset['consentState']) return true;
    }
  }
  return false;
}

const isHeld = (element: Element): boolean =>
  element.matches(MARKED) || !!element.closest('candor-embed') || isUnfolded(element);

const spokenOf = new WeakMap<Element, readonly Vendor[]>();

/** The vendors that an element which waits, or has been released, brings along. */
function vendorsOf(element: Element): readonly Vendor[] {
  let found = spokenOf.get(element);
  if (!found) spokenOf.set(element, (found = vendorsIn(element.outerHTML)));
  return found;
}

/** How to mark an element that is not. */
function markingOf({ localName }: Element, attribute: string, id: string): string {
  if (localName === 'script') return `write <script type="text/plain" data-consent="${id}" ${attribute}="…">`;
  const marking = `write <${localName} data-consent="${id}" data-${attribute}="…">`;
  return localName === 'iframe' ? `${marking}, or put it into a <candor-embed consent="${id}">` : marking;
}

const missing = ({ id, isKnown }: Recipient): string =>
  isKnown ? '' : ` and add { "id": "${id}" } to \`categories\`, or write the id of yours that fits`;

export interface Trackers {
  /** Looks at the page as it is now. */
  look(): Finding[];
  /** Vendors that the page has to do with, allowed or not. */
  readonly seen: ReadonlySet<Vendor>;
}

/**
 * Known vendors that nothing holds back. What was fetched while none of the ids that may stand for a vendor was a yes has asked
 * nobody; later on nobody can tell who has fetched it, so only what stands in the page's own markup is told of.
 *
 * @param since When an id became a yes, in ms since navigation.
 */
export function followTrackers(
  consent: Consent,
  requests: readonly VendorRequest[],
  since: (id: string) => number,
): Trackers {
  const seen = new Set<Vendor>();
  const told = new Set<Vendor>();
  const firstSeen = new WeakMap<Element, number>();
  let isFirstLook = true;

  const isEarly = (time: number, { ids }: Recipient): boolean => ids.every((id) => time < since(id));

  function lookAtElement(element: Element): Finding[] {
    return addressesOf(element).flatMap(({ attribute, text, url }) => {
      const vendor = vendorOf(url);
      if (!vendor) return [];
      seen.add(vendor);
      if (isHeld(element) || isRuled(url, consent)) return [];
      const recipient = recipientOf(vendor, consent);
      if (!firstSeen.has(element)) firstSeen.set(element, performance.now());
      const request = requests.find((each) => each.url.href === url.href);
      // Scripts that code has made say `async`; what does not, and was there at the start, stands in the markup.
      const isMarkup = isFirstLook && element instanceof HTMLScriptElement && !element.async;
      if (!isMarkup && !isEarly(request?.startTime ?? firstSeen.get(element)!, recipient)) return [];
      told.add(vendor);
      return {
        path: `<${element.localName} ${attribute}>`,
        value: text,
        message:
          `${vendor.name} is contacted whatever the visitor answers; ` +
          markingOf(element, attribute, recipient.id) +
          missing(recipient),
      };
    });
  }

  function lookAtRequest(
    { url, vendor, startTime, initiatorType }: VendorRequest,
    held: ReadonlySet<Vendor>,
  ): Finding[] {
    seen.add(vendor);
    const recipient = recipientOf(vendor, consent);
    const isQuiet = held.has(vendor) || told.has(vendor) || isRuled(url, consent);
    if (isQuiet || !isEarly(startTime, recipient)) return [];
    told.add(vendor);
    const { id } = recipient;
    return [
      {
        path: `request (${initiatorType || 'other'})`,
        value: url.href,
        message:
          `${vendor.name} was contacted before "${id}" was a yes; mark the script that does so with data-consent="${id}", ` +
          `or call it in consent.gate('${id}', …), or hold the address by "block": ["${url.hostname}"] with candor-block.js` +
          missing(recipient),
      },
    ];
  }

  return {
    seen,
    look() {
      const held = new Set([...document.querySelectorAll(HELD)].flatMap(vendorsOf));
      for (const vendor of held) seen.add(vendor);
      // What waits but was fetched has been told of by its own rule.
      const marked = new Set(
        [...document.querySelectorAll(MARKED)].flatMap((element) => addressesOf(element).map(({ url }) => url.href)),
      );
      const findings = [
        ...fetchingElements().flatMap(lookAtElement),
        ...requests.filter(({ url }) => !marked.has(url.href)).flatMap((request) => lookAtRequest(request, held)),
      ];
      isFirstLook = false;
      return findings;
    },
  };
}
