import { networkUrl } from './find-vendor.js';

/** What makes a browser fetch, by element. */
const FETCHING: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  img: ['src', 'srcset'],
  video: ['src', 'poster'],
  audio: ['src'],
  source: ['src', 'srcset'],
  link: ['href'],
};

const SELECTOR = Object.entries(FETCHING)
  .flatMap(([name, attributes]) => attributes.map((attribute) => `${name}[${attribute}]`))
  .join();

/** Links that contact their host; others are only followed. */
const FETCHING_LINK = /\b(stylesheet|preload|modulepreload|prefetch|preconnect|dns-prefetch|icon|manifest)\b/i;

/** Whether browsers run a script of this type: JavaScript by any of its names, or a module. */
export const isRunning = ({ type }: HTMLScriptElement): boolean =>
  /^\s*(module|(text|application)\/(x-)?(java|ecma)script)?\s*$/i.test(type);

export interface Address {
  readonly attribute: string;
  readonly text: string;
  readonly url: URL;
}

/** The addresses that a browser fetches for an element as it stands. */
export function addressesOf(element: Element): Address[] {
  if (element.localName === 'script' && !isRunning(element as HTMLScriptElement)) return [];
  if (element.localName === 'link' && !FETCHING_LINK.test((element as HTMLLinkElement).rel)) return [];
  return (FETCHING[element.localName] ?? []).flatMap((attribute) => {
    const text = element.getAttribute(attribute)?.trim();
    const url = text && networkUrl(attribute === 'srcset' ? text.split(/[\s,]/, 1)[0]! : text);
    return url ? { attribute, text, url } : [];
  });
}

/** Everything on the page that makes a browser fetch by its markup. */
export const fetchingElements = (): Element[] => [...document.querySelectorAll(SELECTOR)];
