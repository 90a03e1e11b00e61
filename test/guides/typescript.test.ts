import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, describe, test } from 'node:test';
import ts from 'typescript';
import { documents } from './documents.js';

/** What stands for the reader's own code, and for the consent where a snippet does not say where it is from. */
const HOST = `
import type { Choices, Consent, SurfaceDetail } from 'candor-consent';
declare global {
  const consent: Consent;
  function startTracker(): { stop(): void };
  function openMyDialog(surface: SurfaceDetail['surface']): void;
  function openMyDialog(ids: readonly string[], answer: (answers: Choices) => void): void;
}`;

/** The frameworks' own signatures of what the guides use; the frameworks are not installed here. */
const FRAMEWORKS = `
declare module 'react' {
  export function useSyncExternalStore<Snapshot>(
    subscribe: (onStoreChange: () => void) => () => void,
    getSnapshot: () => Snapshot,
    getServerSnapshot?: () => Snapshot,
  ): Snapshot;
}
declare module 'vue' {
  export interface ShallowRef<Value = unknown> { value: Value }
  export function shallowRef<Value>(value: Value): ShallowRef<Value>;
  export function onScopeDispose(dispose: () => void, failSilently?: boolean): void;
}
declare module 'svelte/store' {
  type Unsubscriber = () => void;
  export interface Readable<Value> {
    subscribe(run: (value: Value) => void, invalidate?: () => void): Unsubscriber;
  }
  export function readable<Value>(
    value?: Value,
    start?: (set: (value: Value) => void, update: (change: (value: Value) => Value) => void) => void | (() => void),
  ): Readable<Value>;
}`;

const folder = mkdtempSync(join(tmpdir(), 'candor-guides-'));
after(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};

/** The snippets of one document share a folder; one that begins with a file's name has that name there. */
const snippets = documents.flatMap(({ file, blocks }) =>
  blocks
    .filter(({ language }) => /^tsx?$/.test(language))
    .map(({ language, code, where }, index) => {
      const name = /^\/\/ ([\w-]+)\.tsx?\n/.exec(code)?.[1] ?? `snippet-${index}`;
      return { where, path: write(`${file.replace(/\W/g, '-')}/${name}.${language}`, code) };
    }),
);
const mistake = write(
  'mistake.ts',
  "import { createConsent } from 'candor-consent';\ncreateConsent({ colour: 'red' });",
);

const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string;
  exports: Record<string, string | { types: string }>;
};
const paths = Object.fromEntries(
  Object.entries(exports).flatMap(([path, target]) =>
    typeof target === 'string' ? [] : [[name + path.slice(1), [resolve(target.types)]]],
  ),
);

const program = ts.createProgram(
  [write('host.d.ts', HOST), write('frameworks.d.ts', FRAMEWORKS), mistake, ...snippets.map(({ path }) => path)],
  {
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    paths,
  },
);

const errorsIn = (path: string): string[] =>
  ts
    .getPreEmitDiagnostics(program, program.getSourceFile(path))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));

describe('every TypeScript in the README and the guides', () => {
  for (const { where, path } of snippets) {
    test(`compiles against the types of the package: ${where}`, () => assert.deepEqual(errorsIn(path), []));
  }

  test('would be found out if it were wrong', () => assert.match(errorsIn(mistake).join(), /colour/));

  test('is written over nothing else', () => {
    assert.equal(new Set(snippets.map(({ path }) => path)).size, snippets.length);
  });
});
