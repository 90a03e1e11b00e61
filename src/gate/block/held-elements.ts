/**
 * Elements whose address is held: it stands in `data-candor-<name>` instead of its attribute, so that the browser has
 * nothing to fetch, and copies of the element are held as well. After the yes the same element gets it back, with whatever
 * listeners it has.
 */
import { breathe } from '../breathe.js';
import type { View } from '../cover.js';
import { addressAttribute, addressedTags, addressesIn, attributesOf, markOf } from './address-attributes.js';
import type { Addresses } from './addresses.js';
import { blockPolicy } from './policy.js';
import type { Around } from './around.js';

export interface HeldElements {
  /** Whether an attribute's value is to be held. */
  readonly isHeldIn: (name: string, value: string) => boolean;
  /** Holds or releases what came into a tree by another way than through setters. */
  readonly look: (root: Node) => void;
  /** Brings everything in line with the answers: what must stop stops in this task, what may start starts in slices. */
  readonly update: () => void;
  /** Told of scripts that browsers never run, because they were written as `innerHTML`. */
  readonly ignoreScripts: (root: ParentNode) => void;
  readonly stop: () => void;
}

/** The browser's own, to be called on an element; ours are put around them. */
interface AttributeFunctions {
  readonly getAttribute: (this: Element, name: string) => string | null;
  readonly hasAttribute: (this: Element, name: string) => boolean;
  readonly setAttribute: (this: Element, name: string, value: string) => void;
  readonly setAttributeNode: (this: Element, attribute: Attr) => void;
  readonly removeAttribute: (this: Element, name: string) => void;
}

/** A script that neither runs nor fails, as a copy of one that was written as `innerHTML`, holds others back for so many ms. */
const PATIENCE = 10_000;

/** Where the type of a held script stands meanwhile. */
const TYPE = markOf('type');

/** Types of scripts that browsers run. */
const RUNS = /^\s*$|module|(java|ecma|j|live)script/i;

const ADDRESSED = addressedTags.join();

/** Put in where they stand once more, they throw away what they have loaded. */
const FRAMES = /^(i?frame|embed|object)$/;

/** What Trusted Types check when it is set. */
const TRUSTED = /^(script|embed|object)$/;

export function holdElements(view: View, around: Around, { isHeld, idsOf, parse }: Addresses): HeldElements {
  const { document } = view;
  const elementPrototype = view.Element.prototype;
  const { getAttribute, hasAttribute, setAttribute, setAttributeNode, removeAttribute } =
    elementPrototype as unknown as AttributeFunctions;
  const { trustedTypes } = view as { trustedTypes?: { isScriptURL(value: unknown): boolean } };

  /** In the order in which they came; kept, because a picture that nobody puts into the page is a beacon. */
  const waiting = new Set<Element>();
  /** What the page gave, which may be of Trusted Types; not for what stood in markup. */
  const given = new WeakMap<Element, Record<string, unknown>>();
  /** Scripts that had their address: taking it away stops nothing, giving it back starts nothing. */
  const started = new WeakSet<Element>();
  /** Scripts that others wait for: the page's own and the parser's, of which the browser tells the end. */
  const ordered = new WeakSet<Element>();
  /** The last script of each list of ids. */
  const ends: Record<string, Promise<unknown> | undefined> = {};
  let elsewhere: Document | undefined;
  let isOver = false;

  const isHeldIn = (name: string, value: string): boolean => addressesIn(name, value).some(isHeld);

  /** The held addresses of an element. */
  const heldOf = (element: Element): (readonly [name: string, value: string])[] =>
    attributesOf(element.localName).flatMap((name) => {
      const value = getAttribute.call(element, markOf(name));
      return value === null ? [] : [[name, value] as const];
    });

  const isFree = (element: Element): boolean => !heldOf(element).some(([name, value]) => isHeldIn(name, value));

  const isScript = (element: Element): boolean => element.localName === 'script';

  /** Whether it is a script that does not run, as those that wait for a gate; that has an address for somebody else. */
  const isInert = (element: Element): boolean =>
    isScript(element) && !RUNS.test(getAttribute.call(element, 'type') ?? '') && !heldOf(element).length;

  function mark(element: Element, name: string, value: string): void {
    if (isScript(element) && !heldOf(element).length) {
      // Without its address it would run its text.
      setAttribute.call(element, TYPE, getAttribute.call(element, 'type') ?? '');
      setAttribute.call(element, 'type', 'text/plain');
    }
    setAttribute.call(element, markOf(name), value);
    removeAttribute.call(element, name);
    removeAttribute.call(element, `xlink:${name}`);
    waiting.add(element);
  }

  function unmark(element: Element, name: string): void {
    if (!hasAttribute.call(element, markOf(name))) return;
    removeAttribute.call(element, markOf(name));
    if (isScript(element)) {
      const type = getAttribute.call(element, TYPE);
      removeAttribute.call(element, TYPE);
      // The page may have given it another one since.
      if (getAttribute.call(element, 'type') !== 'text/plain') return;
      if (type) setAttribute.call(element, 'type', type);
      else removeAttribute.call(element, 'type');
    }
  }

  /** @returns Whether the value is held, and so must not be set. */
  function take(element: Element, name: string, value: unknown): boolean {
    const text = `${value as string}`;
    if (isHeldIn(name, text) && !isInert(element)) {
      mark(element, name, text);
      given.set(element, { ...given.get(element), [name]: value });
      ordered.add(element);
      return true;
    }
    unmark(element, name);
    if (isScript(element) && !isInert(element)) started.add(element);
    return false;
  }

  /** What may be handed on: what Trusted Types made, or a text that is read once. */
  const safe = (value: unknown): unknown =>
    typeof value === 'object' && trustedTypes?.isScriptURL(value) ? value : `${value as string}`;

  function holdProperty(tag: string, name: string): void {
    const property = name === 'imagesrcset' ? 'imageSrcset' : name;
    let owner = document.createElement(tag) as object | null;
    while (owner && !Object.getOwnPropertyDescriptor(owner, property)) owner = Object.getPrototypeOf(owner) as object;
    if (!owner) return;
    around(owner, property, 'set', (native, self, [value]) => {
      const address = safe(value);
      return take(self as Element, name, address) || Reflect.apply(native, self, [address]);
    });
    around(owner, property, 'get', (native, self, args) => {
      const held = getAttribute.call(self as Element, markOf(name));
      return held === null
        ? Reflect.apply(native, self, args)
        : name.endsWith('srcset')
          ? held
          : (parse(held)?.href ?? held);
    });
  }

  /**
   * @param at Where among the arguments the name stands; the value follows.
   */
  const holdMethod = (method: 'setAttribute' | 'setAttributeNS', at: number): void =>
    around(elementPrototype, method, 'value', (native, self, args) => {
      const name = addressAttribute((self as Element | undefined)?.localName, `${args[at] as string}`);
      if (name && args.length > at + 1) {
        args[at + 1] = safe(args[at + 1]);
        if (take(self as Element, name, args[at + 1])) return undefined;
      }
      return Reflect.apply(native, self, args);
    });

  const holdNode = (method: 'setAttributeNode' | 'setAttributeNodeNS'): void =>
    around(elementPrototype, method, 'value', (native, self, args) => {
      const { name = '', value = '' } = (args[0] ?? {}) as Partial<Attr>;
      const known = addressAttribute((self as Element | undefined)?.localName, name);
      return known && take(self as Element, known, value) ? null : Reflect.apply(native, self, args);
    });

  // Audio and video share their property.
  for (const tag of addressedTags) if (tag !== 'audio') for (const name of attributesOf(tag)) holdProperty(tag, name);
  holdMethod('setAttribute', 0);
  holdMethod('setAttributeNS', 1);
  holdNode('setAttributeNode');
  holdNode('setAttributeNodeNS');
  around(view.Attr.prototype, 'value', 'set', (native, self, [value]) => {
    const { ownerElement, name } = self as Attr;
    const known = addressAttribute(ownerElement?.localName, name);
    const text = `${value as string}`;
    return (known && take(ownerElement!, known, text)) || Reflect.apply(native, self, [text]);
  });
  around(elementPrototype, 'removeAttribute', 'value', (native, self, args) => {
    const name = addressAttribute((self as Element | undefined)?.localName, `${args[0] as string}`);
    if (name) unmark(self as Element, name);
    return Reflect.apply(native, self, args);
  });

  /**
   * Puts a copy in the place of a script that the parser has already made ready to run, as Firefox does before anybody can
   * look at it: in another document it does not run.
   */
  function replace(script: HTMLScriptElement): void {
    const copy = document.createElementNS(script.namespaceURI, 'script') as HTMLScriptElement;
    for (const attribute of script.attributes) setAttributeNode.call(copy, attribute.cloneNode() as Attr);
    copy.nonce = script.nonce;
    script.replaceWith(copy);
    copy.append(...script.childNodes);
    (elsewhere ??= document.implementation.createHTMLDocument()).adoptNode(script);
    waiting.delete(script);
    ordered.add(copy);
    waiting.add(copy);
  }

  /** Takes away an address that stood in markup, or has lost its yes, and what it brought. */
  function silence(element: Element, name: string, value: string): void {
    mark(element, name, value);
    if (isScript(element)) replace(element as HTMLScriptElement);
    if (FRAMES.test(element.localName)) element.parentNode?.insertBefore(element, element.nextSibling);
    element.closest<HTMLMediaElement>('audio,video')?.load();
  }

  /** Gives an element its addresses back. A script is settled once it has run or failed. */
  function give(element: Element): Promise<unknown> | undefined {
    const { noModule, isConnected } = element as HTMLScriptElement;
    // Nobody waits for what is async, never answers, or does not run.
    const isAwaited =
      isConnected &&
      ordered.has(element) &&
      !started.has(element) &&
      !hasAttribute.call(element, 'async') &&
      !noModule &&
      RUNS.test(getAttribute.call(element, TYPE) ?? '');
    const settled =
      isAwaited &&
      new Promise((resolve) => {
        for (const event of ['load', 'error']) element.addEventListener(event, resolve);
        setTimeout(resolve, PATIENCE);
      });
    if (isScript(element)) started.add(element);
    for (const [name, text] of heldOf(element)) {
      const value =
        given.get(element)?.[name] ?? (TRUSTED.test(element.localName) ? blockPolicy().createScriptURL(text) : text);
      unmark(element, name);
      setAttribute.call(element, name, value as string);
    }
    given.delete(element);
    // A source that changes is not noticed by itself.
    if (element.localName === 'source') element.closest<HTMLMediaElement>('audio,video')?.load();
    return settled || undefined;
  }

  /** Gives an element its address in one of the next slices; scripts of the same ids one after the other. */
  function release(element: Element): void {
    const ids = heldOf(element)
      .flatMap(([name, value]) => addressesIn(name, value).flatMap(idsOf))
      .join();
    const previous = ends[ids];
    const end = (async () => {
      if (isScript(element)) await previous;
      await breathe();
      if (isOver) return;
      // The answer may have been taken back meanwhile.
      if (!isFree(element)) return void waiting.add(element);
      await give(element);
    })().catch(reportError);
    if (isScript(element)) ends[ids] = end;
  }

  function releaseIfFree(element: Element): void {
    waiting.add(element);
    if (isFree(element) && waiting.delete(element)) release(element);
  }

  function look(root: Node): void {
    const { localName } = root as Element;
    const inside = root.firstChild ? (root as Element).querySelectorAll(ADDRESSED) : [];
    for (const element of [...(localName ? [root as Element] : []), ...inside]) {
      if (started.has(element) || isInert(element)) continue;
      for (const name of attributesOf(element.localName)) {
        const value = getAttribute.call(element, name) ?? getAttribute.call(element, `xlink:${name}`);
        if (document.readyState === 'loading') ordered.add(element);
        if (hasAttribute.call(element, markOf(name))) releaseIfFree(element);
        else if (value === null) continue;
        else if (isHeldIn(name, value)) silence(element, name, value);
        else if (isScript(element)) started.add(element);
      }
    }
  }

  const observer = new view.MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(look);
  });
  observer.observe(document, { childList: true, subtree: true });

  return {
    isHeldIn,
    look,
    update(): void {
      look(document);
      // What stands nowhere, or in a shadow.
      waiting.forEach(releaseIfFree);
    },
    ignoreScripts: (root) => root.querySelectorAll('script[src]').forEach((script) => started.add(script)),
    stop(): void {
      isOver = true;
      observer.disconnect();
      waiting.clear();
    },
  };
}
