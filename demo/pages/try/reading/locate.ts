import { parseTree, type Node } from 'jsonc-parser';
import type { Range } from './position.js';

/** Finds where the linter's paths stand in a text. */
export type Locate = (path: string, part: 'key' | 'value') => Range;

const START: Range = { offset: 0, length: 1 };

const keyOf = (property: Node): Node | undefined => property.children?.[0];
const valueOf = (property: Node): Node | undefined => property.children?.[1];

/** Long lists and objects are pointed at by their opening bracket. */
const rangeOf = ({ offset, length, children }: Node): Range => ({ offset, length: children ? 1 : length });

/**
 * Follows keys joined by dots into the tree. Keys may hold dots themselves (`texts.banner.title`), so the longest one that
 * fits is taken. What is not there is pointed at by the innermost thing that is.
 */
function find(node: Node, path: string, part: 'key' | 'value'): Range {
  if (path === '') return rangeOf(node);
  if (node.type === 'array') {
    const [index = '', ...rest] = path.split('.');
    const entry = node.children?.[Number(index)];
    return entry ? find(entry, rest.join('.'), part) : rangeOf(node);
  }
  const [best] = (node.type === 'object' ? (node.children ?? []) : [])
    .map((property) => ({ property, key: String(keyOf(property)?.value) }))
    .filter(({ key }) => path === key || path.startsWith(`${key}.`))
    // Of a key that is written twice the last one counts.
    .reverse()
    .sort((one, other) => other.key.length - one.key.length);
  if (!best) return rangeOf(node);
  const { property, key } = best;
  const value = valueOf(property);
  if (!value || (path === key && part === 'key')) return rangeOf(keyOf(property) ?? property);
  return find(value, path.slice(key.length + 1), part);
}

export function createLocate(text: string): Locate {
  const root = parseTree(text);
  return (path, part) => (root ? find(root, path, part) : START);
}
