/** What Candor has, read from its own code: what documents have to name, and all they may name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const read = (path: string): string => readFileSync(join('src', path), 'utf8');

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found!);

const unique = (names: readonly string[]): string[] => [...new Set(names)];

const parse = (path: string): ts.SourceFile => ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true);

function declared(path: string, name: string): ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  let found: ts.InterfaceDeclaration | ts.TypeAliasDeclaration | undefined;
  const visit = (node: ts.Node): void => {
    if ((ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.name.text === name) found = node;
    else ts.forEachChild(node, visit);
  };
  visit(parse(path));
  if (!found) throw new Error(`src/${path} declares no ${name}`);
  return found;
}

/** Members of an interface as a reader calls them: `granted(id)`, `choices`. */
export function membersOf(path: string, name: string): string[] {
  const { members } = declared(path, name) as ts.InterfaceDeclaration;
  return members.map((member) => {
    const called = (member.name as ts.Identifier | ts.StringLiteral).text;
    const isCalled =
      ts.isMethodSignature(member) ||
      (ts.isPropertySignature(member) && member.type !== undefined && ts.isFunctionTypeNode(member.type));
    return isCalled ? `${called}()` : called;
  });
}

/** The words of a union: `'ask' | 'tell'`. */
export const wordsOf = (path: string, name: string): string[] =>
  all((declared(path, name) as ts.TypeAliasDeclaration).type.getText(), /'([^']+)'/g);

export interface ElementDescription {
  readonly tag: string;
  readonly parts: readonly string[];
  /** Names with their defaults, where there is one. */
  readonly properties: ReadonlyMap<string, string | undefined>;
  readonly attributes: readonly string[];
}

function describe(folder: string): ElementDescription {
  const text = read(`ui/${folder}/candor-${folder}.ts`);
  return {
    tag: `candor-${folder}`,
    parts: all(text, /@csspart ([\w-]+)/g),
    properties: new Map(
      [...text.matchAll(/@cssproperty \[(--[\w-]+)(?:=([^\]]+))?\]/g)].map(([, name, value]) => [name!, value]),
    ),
    attributes: all(text, /@attr ([\w-]+)/g),
  };
}

/** The elements as their own comments describe them. */
export const elements: readonly ElementDescription[] = [
  'banner',
  'preferences',
  'request',
  'button',
  'embed',
  'declaration',
].map(describe);

/** Those that come by themselves when they are due. */
export const occasional: readonly ElementDescription[] = ['notice', 'age', 'guardian', 'imported', 'records'].map(
  describe,
);

/** Custom properties that style sheets and code of the elements read or write. */
export const usedProperties: readonly string[] = unique(
  readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => all(read(join('ui', name)).replace(/^ \* @.*$/gm, ''), /(--candor-[\w-]+)/g)),
).sort();

/** Attributes of the script tag. */
export const tagAttributes: readonly string[] = [
  ...unique(all(read('tag.ts'), /dataset\['(\w+)'\]|'\w+' in dataset/g).filter(Boolean)),
  ...all(read('tag.ts'), /'(\w+)' in dataset/g),
].map((name) => `data-${name}`);

/** Names of addresses that wait as `data-<name>`. */
export const addresses: readonly string[] = all(
  /for \(const name of \[([^\]]+)\]/.exec(read('gate/elements.ts'))![1]!,
  /'(\w+)'/g,
);

/** What `data-candor` understands. */
export const controlActions: readonly string[] = unique([
  ...all(read('page/controls.ts'), /action === '([\w-]+)'/g),
  'preferences',
]);

/** What `data-consent-action` says inside the elements. */
export const hookActions: readonly string[] = unique([
  ...all(
    [
      'preferences/candor-preferences',
      'preferences/row',
      'preferences/rights',
      'embed/candor-placeholder',
      'declaration/answer',
      'shared/close-mark',
    ]
      .map((name) => read(`ui/${name}.ts`))
      .join(''),
    /data-consent-action="([\w-]+)"/g,
  ),
  ...all(
    read('ui/banner/candor-banner.ts') + read('ui/request/candor-request.ts') + read('ui/embed/candor-placeholder.ts'),
    /button\(\s*'([\w-]+)'/g,
  ),
  ...all(read('ui/button/candor-button.ts'), /dataset\['consentAction'\] = '([\w-]+)'/g),
]);

/** Texts by id, in English and in Simplified Chinese. */
export const texts: ReadonlyMap<string, { readonly en: string; readonly zh: string }> = new Map(
  [
    ...readFileSync('locales/zh-Hans.xlf', 'utf8').matchAll(
      /<trans-unit id="([^"]+)"[\s\S]*?<source>([\s\S]*?)<\/source>\s*<target>([\s\S]*?)<\/target>/g,
    ),
  ].map(([, id, en, zh]) => [id!, { en: en!, zh: zh! }]),
);

export interface SchemaProperty {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly $ref?: string;
  readonly anyOf?: readonly SchemaProperty[];
  readonly items?: SchemaProperty;
  readonly additionalProperties?: SchemaProperty;
  readonly properties?: Readonly<Record<string, SchemaProperty>>;
  readonly required?: readonly string[];
}

/** The published schema's objects by name; the one without a name is `Cookie`. */
export function schemaObjects(): ReadonlyMap<string, SchemaProperty> {
  const { $defs } = JSON.parse(readFileSync('dist/schema.json', 'utf8')) as { $defs: Record<string, SchemaProperty> };
  const objects = Object.entries($defs).filter(([, { properties }]) => properties);
  return new Map([...objects, ['Cookie', $defs['Config']!.properties!['cookie']!]]);
}

/** The options of a key under `signals`, and of its types where it tells those apart; none where it is `true` alone. */
export function signalOptions(key: string): readonly (readonly [name: string, option: SchemaProperty])[] {
  const { anyOf } = schemaObjects().get('Signals')!.properties![key]!;
  const options = Object.entries(anyOf?.find(({ properties }) => properties)?.properties ?? {});
  return options.flatMap(([name, option]) => [[name, option] as const, ...Object.entries(option.properties ?? {})]);
}

/** A key's type as the documents write it; words to choose from are a list. */
export function typeOf(property: SchemaProperty): readonly string[] {
  const { type, $ref, anyOf, items, additionalProperties, properties } = property;
  if (property.enum) return property.enum;
  if (anyOf) return anyOf.map((each) => typeOf(each)[0]!);
  if ($ref) return [$ref.split('/').pop()!];
  if (type === 'array') return [items!.enum ? 'string[]' : `${typeOf(items!)[0]}[]`];
  if (type === 'integer') return ['number'];
  if (type === 'object' && !properties) return [`Record<string, ${typeOf(additionalProperties!)[0]}>`];
  return [type!];
}
