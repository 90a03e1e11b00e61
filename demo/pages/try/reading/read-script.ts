import { parse, type Expression, type ObjectExpression, type Program, type SpreadElement } from 'acorn';

/** An object that stands in a piece of JavaScript, as far as it can be known without running anything. */
export interface ScriptObject {
  readonly value: Readonly<Record<string, unknown>>;
  /** Paths, joined by dots, of what would have to be run: functions, patterns, variables. */
  readonly code: readonly string[];
}

const OPTIONS = { ecmaVersion: 'latest', sourceType: 'module', allowAwaitOutsideFunction: true } as const;

/** A bare object first, because a program would take its braces for a block. */
function parseScript(text: string): Program | undefined {
  for (const source of [`(${text.trim().replace(/;$/, '')}\n)`, text]) {
    try {
      return parse(source, OPTIONS);
    } catch {
      // The other way, or none.
    }
  }
  return undefined;
}

/** The outermost objects of a syntax tree. */
function objectsIn(node: unknown): ObjectExpression[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && node.type === 'ObjectExpression') return [node as ObjectExpression];
  return Object.values(node).flatMap(objectsIn);
}

function evaluateObject(node: ObjectExpression, path: readonly string[], code: string[]): Record<string, unknown> {
  const entries = node.properties.flatMap((property): [string, unknown][] => {
    if (property.type === 'SpreadElement' || property.computed) {
      code.push([...path, '…'].join('.'));
      return [];
    }
    const { key, value } = property;
    const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
    const evaluated = evaluate(value, [...path, name], code);
    return evaluated === undefined ? [] : [[name, evaluated]];
  });
  return Object.fromEntries(entries);
}

/** What an expression is, or `undefined`, with its path added to `code`, where only running it would tell. */
function evaluate(node: Expression | SpreadElement | null, path: readonly string[], code: string[]): unknown {
  switch (node?.type) {
    case 'ObjectExpression':
      return evaluateObject(node, path, code);
    case 'ArrayExpression':
      return node.elements.map((entry, index) => evaluate(entry, [...path, String(index)], code) ?? null);
    case 'Literal':
      if (!node.regex && typeof node.value !== 'bigint') return node.value;
      break;
    case 'TemplateLiteral':
      if (!node.expressions.length) return node.quasis[0]?.value.cooked ?? '';
      break;
    case 'UnaryExpression': {
      const { operator, argument } = node;
      if (argument.type === 'Literal' && typeof argument.value === 'number') {
        // `!0` and `!1` are how minified code says true and false.
        if (operator === '!') return !argument.value;
        if (operator === '-') return -argument.value;
        if (operator === 'void') return undefined;
      }
      break;
    }
    case 'BinaryExpression': {
      if (node.operator !== '+' || node.left.type === 'PrivateIdentifier') break;
      const [left, right] = [node.left, node.right].map((side) => evaluate(side, path, []));
      if (typeof left === 'string' && typeof right === 'string') return left + right;
      break;
    }
    case 'Identifier':
      if (node.name === 'undefined') return undefined;
      break;
    default:
  }
  code.push(path.join('.'));
  return undefined;
}

/**
 * The objects of a JavaScript text: a bare literal, an argument, an assigned value. Nothing of it is run. None where it is no
 * JavaScript.
 */
export function readScript(text: string): ScriptObject[] {
  try {
    return objectsIn(parseScript(text)).map((node) => {
      const code: string[] = [];
      return { value: evaluateObject(node, [], code), code };
    });
  } catch {
    return []; // Nested deeper than the stack.
  }
}
