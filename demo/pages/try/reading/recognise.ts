import { parse, type ParseError } from 'jsonc-parser';
import { explainSyntax, type SyntaxProblem } from './explain-syntax.js';
import { isObject, shapeOf, type Json } from './shape.js';

/** What a text turns out to be. */
export type Reading =
  /** JSON: for the linter to judge. */
  | { readonly kind: 'json'; readonly value: unknown }
  /** JSON with a mistake in it, or nothing that anybody could name. */
  | { readonly kind: 'broken'; readonly problem: SyntaxProblem }
  /** JSON with comments, trailing commas, single quotes or unquoted keys, that can be made JSON. */
  | { readonly kind: 'relaxed'; readonly value: unknown; readonly problem: SyntaxProblem }
  | { readonly kind: 'yaml'; readonly value: Json }
  /** A page or a piece of one; `config` is the JSON in its config element. */
  | { readonly kind: 'html'; readonly config: string | undefined }
  /** `code`: paths of what would have to be run to be known. */
  | { readonly kind: 'cookieconsent'; readonly value: Json; readonly code: readonly string[] }
  | { readonly kind: 'klaro' };

/** Something a JSON text does not have: words of JavaScript, or a first key without double quotes. */
const LOOKS_LIKE_SCRIPT =
  /=>|\bfunction\b|\bCookieConsent\b|^\s*(?:import|export|const|let|var|window|module|\/[/*])|[{,]\s*(?:[A-Za-z_$][\w$]*|'[^'\n]*')\s*:/;

/** A key and a colon at the start of some line, and no bracket at the start of all. */
const looksLikeYaml = (text: string): boolean =>
  /^\s*[^\s[{<]/.test(text) && /^[ \t]*["']?[\w-]+["']?[ \t]*:(?:\s|$)/m.test(text);

const ofShape = (value: unknown, code: readonly string[] = []): Reading | undefined => {
  if (!isObject(value)) return undefined;
  const shape = shapeOf(value);
  if (shape === 'cookieconsent') return { kind: 'cookieconsent', value, code };
  return shape === 'klaro' ? { kind: 'klaro' } : undefined;
};

const readStrictly = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

async function readAsScript(text: string, problem: SyntaxProblem): Promise<Reading | undefined> {
  const { readScript } = await import('./read-script.js');
  const objects = readScript(text);
  for (const { value, code } of objects) {
    const reading = ofShape(value, code);
    if (reading) return reading;
  }
  const own = objects.find(({ value, code }) => shapeOf(value) === 'candor' && !code.length);
  return own && { kind: 'relaxed', value: own.value, problem };
}

async function readAsHtml(text: string, problem: SyntaxProblem): Promise<Reading> {
  const { readHtml } = await import('./read-html.js');
  const { config, scripts } = readHtml(text);
  if (config === undefined) {
    for (const script of scripts) {
      const reading = await readAsScript(script, problem);
      if (reading && reading.kind !== 'relaxed') return reading;
    }
  }
  return { kind: 'html', config };
}

/** Finds out what a text is. What is rarely needed to tell is loaded only then. */
export async function recognise(text: string): Promise<Reading> {
  const strict = readStrictly(text);
  if (strict) return ofShape(strict.value) ?? { kind: 'json', value: strict.value };

  const problem = explainSyntax(text) ?? { reason: 'value', offset: 0, length: 1, values: { found: '' } };
  if (/^\s*</.test(text)) return readAsHtml(text, problem);

  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true, disallowComments: false });
  if (!errors.length && value !== undefined) return ofShape(value) ?? { kind: 'relaxed', value, problem };

  const script = LOOKS_LIKE_SCRIPT.test(text) ? await readAsScript(text, problem) : undefined;
  if (script) return script;

  if (looksLikeYaml(text)) {
    const { readYaml } = await import('./read-yaml.js');
    const yaml = readYaml(text);
    if (isObject(yaml)) return { kind: 'yaml', value: yaml };
  }
  return { kind: 'broken', problem };
}
