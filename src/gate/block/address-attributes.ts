/** The attributes that make a browser fetch something, by the elements that have them. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  audio: ['src'],
  embed: ['src'],
  frame: ['src'],
  iframe: ['src'],
  image: ['href'],
  img: ['src', 'srcset'],
  input: ['src'],
  link: ['href', 'imagesrcset'],
  object: ['data'],
  script: ['src', 'href'],
  source: ['src', 'srcset'],
  track: ['src'],
  use: ['href'],
  video: ['src', 'poster'],
};

export const addressedTags = Object.keys(ATTRIBUTES);

const NONE: readonly string[] = [];

/** @param tag Lower case. */
export const attributesOf = (tag: string): readonly string[] => ATTRIBUTES[tag] ?? NONE;

/** Where a held address stands meanwhile. */
export const markOf = (name: string): string => `data-candor-${name}`;

/**
 * @returns The name of the attribute without prefix and in lower case, where it makes this element fetch something.
 */
export function addressAttribute(tag: string | undefined, name: string): string | undefined {
  if (name.length > 11) return undefined;
  const plain = name.toLowerCase().replace('xlink:', '');
  return tag && attributesOf(tag).includes(plain) ? plain : undefined;
}

/** The addresses in an attribute's value. */
export const addressesIn = (name: string, value: string): readonly string[] =>
  name.endsWith('srcset') ? value.split(/,*\s+|,+$/) : [value];
