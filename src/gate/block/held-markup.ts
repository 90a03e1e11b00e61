/**
 * Markup that scripts write (`innerHTML`, `document.write()`): held addresses are set aside in the text, because what it makes
 * may be asked for before anybody can look at it.
 */
import type { View } from '../cover.js';
import { addressAttribute, addressedTags, markOf } from './address-attributes.js';
import type { HeldElements } from './held-elements.js';
import { blockPolicy } from './policy.js';
import type { Native, Around } from './around.js';

const VALUE = `"[^"]*"|'[^']*'`;
const TAG = new RegExp(`<(${addressedTags.join('|')})(?=[\\s/])((?:${VALUE}|[^'">])*)>`, 'gi');
const ATTRIBUTE = new RegExp(`([^\\s"'>/=]+)(\\s*=\\s*(${VALUE}|[^\\s"'>]+))?`, 'g');

/** A tag that is not yet at its end. */
const UNFINISHED = new RegExp(`<(?:[a-z!/](?:${VALUE}|[^'">])*(?:"[^"]*|'[^']*)?)?$`, 'i');

/** The references that addresses are written with; others do not occur in a host. */
const decode = (value: string): string =>
  value
    .replace(/^["']|["']$/g, '')
    .replace(/&#(?:x([\da-f]+)|(\d+));?/gi, (_, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/&amp;/gi, '&');

export function holdMarkup(view: View, around: Around, elements: HeldElements): void {
  const { Element, ShadowRoot, Document, Range } = view;
  const { trustedTypes } = view as { trustedTypes?: { isHTML(value: unknown): boolean } };

  /** @param isInert Whether the browser will not run the scripts in it. */
  const setAside = (html: string, isInert?: boolean): string =>
    html.replace(TAG, (whole, tag: string, attributes: string) => {
      const element = tag.toLowerCase();
      if (isInert && element === 'script') return whole;
      let isHeld = false;
      const kept = attributes.replace(ATTRIBUTE, (attribute, name: string, rest?: string, value?: string) => {
        const known = value && addressAttribute(element, name);
        if (!known || !elements.isHeldIn(known, decode(value))) return attribute;
        isHeld = true;
        return markOf(known) + rest;
      });
      if (!isHeld) return whole;
      // Of two attributes of one name the first counts.
      return element === 'script'
        ? `<${tag} type="text/plain"${kept.replace(/(\s)type(?=\s*=)/i, `$1${markOf('type')}`)}>`
        : `<${tag}${kept}>`;
    });

  const isTrusted = (html: unknown): boolean => !!trustedTypes?.isHTML(html);

  /** What is not trusted must not become so here. */
  const likewise = (html: string, wasTrusted: boolean): string => (wasTrusted ? blockPolicy().createHTML(html) : html);

  /** Calls back with the markup, or with what may take its place. */
  function insert(self: unknown, html: unknown, isInert: boolean, native: (html: unknown) => unknown): unknown {
    const text = `${html as string}`;
    const held = setAside(text, isInert);
    const result = native(held === text ? html : likewise(held, isTrusted(html)));
    const root = self as Element | ShadowRoot;
    if (isInert && /<script/i.test(text)) elements.ignoreScripts(root.parentNode ?? root);
    // Nobody watches what is in a shadow.
    if (root instanceof ShadowRoot) elements.look(root);
    return result;
  }

  for (const [owner, name] of [
    [Element, 'innerHTML'],
    [Element, 'outerHTML'],
    [ShadowRoot, 'innerHTML'],
  ] as const) {
    around(owner.prototype, name, 'set', (native, self, [html]) =>
      insert(self, html, true, (safe) => Reflect.apply(native, self, [safe])),
    );
  }
  for (const [owner, name, at] of [
    [Element, 'insertAdjacentHTML', 1],
    [Element, 'setHTMLUnsafe', 0],
    [ShadowRoot, 'setHTMLUnsafe', 0],
    [Range, 'createContextualFragment', 0],
  ] as const) {
    around(owner.prototype, name, 'value', (native, self, args) =>
      args.length > at
        ? insert(self, args[at], owner !== Range, (safe) =>
            Reflect.apply(
              native,
              self,
              args.map((arg, index) => (index === at ? safe : arg)),
            ),
          )
        : Reflect.apply(native, self, args),
    );
  }

  // A tag may be written in pieces: its beginning waits for its end, as it would inside the parser.
  const write = Object.getOwnPropertyDescriptor(Document.prototype, 'write')!.value as Native;
  let unfinished = '';
  let wereTrusted = true;
  for (const name of ['write', 'writeln'] as const) {
    around(Document.prototype, name, 'value', (native, self, args) => {
      const text = unfinished + args.map((arg) => `${arg as string}`).join('');
      const [tail = ''] = UNFINISHED.exec(text) ?? [];
      const held = setAside(text.slice(0, text.length - tail.length));
      if (held === text && !unfinished) return Reflect.apply(native, self, args);
      wereTrusted = (wereTrusted || !unfinished) && args.every(isTrusted);
      const result = Reflect.apply(tail ? write : native, self, [likewise(held, wereTrusted)]);
      unfinished = tail && name === 'writeln' ? `${tail}\n` : tail;
      return result;
    });
  }
}
