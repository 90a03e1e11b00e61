import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createContext, Script } from 'node:vm';

const read = (path: string): string => readFileSync(path, 'utf8');

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

/** Runs a module in a Node of its own, without TypeScript and without a DOM, and returns what it prints. */
const inNode = (code: string): unknown =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' }));

interface Package {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
}

const { name, exports } = JSON.parse(read('package.json')) as Package;

/** What a module names after `from` or in `import()`. */
const importsOf = (path: string): string[] =>
  [
    ...read(path).matchAll(
      /(?:^|[;\n])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*["']([^"']+)["']|(?:^|[;\n])\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g,
    ),
  ].map(([, from, bare, dynamic]) => (from ?? bare ?? dynamic)!);

/** A module and all it imports without being asked again, own files only. */
function closure(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const text = read(path).replace(/\bimport\([^)]*\)/g, '');
  for (const [, to] of text.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) closure(join(path, '..', to!), seen);
  return seen;
}

describe('the package', () => {
  test('has a file for each path it exports, with types', () => {
    for (const [path, target] of Object.entries(exports)) {
      if (path.includes('*')) continue;
      for (const file of typeof target === 'string' ? [target] : Object.values(target)) {
        assert.ok(read(file).length > 0, `${path}: ${file}`);
      }
    }
  });

  test('allows what is necessary and nothing else where there is no page, whatever the config', () => {
    const choicesOf = (config: string): unknown =>
      inNode(`
        import { createConsent } from '${name}';
        const consent = createConsent(${config});
        consent.acceptAll();
        console.log(JSON.stringify(consent.choices));`);
    assert.deepEqual(
      choicesOf(`{ categories: [{ id: 'necessary' }, { id: 'analytics', services: [{ id: 'posthog' }] }] }`),
      {
        necessary: true,
        analytics: false,
        posthog: false,
      },
    );
    assert.deepEqual(choicesOf(`{ categories: 'analytics', regions: 5 }`), {});
  });

  test('has types that need nothing but what is installed with it', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const typesOf = (path: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(path)) return seen;
      seen.add(path);
      for (const to of importsOf(path)) {
        if (to.startsWith('.')) typesOf(join(path, '..', to.replace(/\.js$/, '.d.ts')), seen);
        else assert.ok(to.split('/')[0]! in dependencies, `${path} imports ${to}`);
      }
      return seen;
    };
    const filesOf = (types: string): string[] =>
      types.includes('*') ? filesIn(types.slice(0, types.indexOf('*')), '.d.ts') : [types];
    const entries = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [] : filesOf(target.types),
    );
    assert.ok(entries.flatMap((entry) => [...typesOf(entry)]).length > entries.length);
  });

  const SIGNALS = readdirSync('src/signals/vendors').map((file) => file.replace('.ts', ''));
  const camelCase = (name: string): string => name.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());

  const EXPECTED: Readonly<Record<string, string[]>> = {
    './block': ['block'],
    '.': ['createConsent'],
    './elements': [
      'CandorAge',
      'CandorBanner',
      'CandorButton',
      'CandorDeclaration',
      'CandorEmbed',
      'CandorGuardian',
      'CandorImported',
      'CandorNotice',
      'CandorPreferences',
      'CandorRecords',
      'CandorRequest',
    ],
    './define': [],
    './lint': ['lintConfig'],
    './server': ['readConsent'],
    './signals': [
      ...SIGNALS.map((name) => camelCase(name)),
      'CONSENT_TYPES',
      'configuredSignals',
      'formerConsent',
      'googleConsentMode',
      'tcf',
    ].sort(),
    ...Object.fromEntries(SIGNALS.map((name) => [`./signals/${name}`, [camelCase(name)]])),
    './signals/google-consent-mode': ['CONSENT_TYPES', 'googleConsentMode'],
    './signals/tcf': ['tcf'],
    './signals/former-consent': ['formerConsent'],
  };

  for (const [path, names] of Object.entries(EXPECTED)) {
    test(`imports ${path} in Node, where there is no DOM`, () => {
      const found = inNode(`const found = await import('${name}${path.slice(1)}');
        console.log(JSON.stringify([Object.keys(found), typeof document, typeof candor]))`);
      assert.deepEqual(found, [names, 'undefined', 'undefined']);
    });
  }

  test('has a test for each path it exports', () => {
    const covered = [
      ...Object.keys(EXPECTED).filter((path) => !SIGNALS.includes(path.replace('./signals/', ''))),
      './signals/*',
      './schema.json',
      './record.schema.json',
      './cdn/*',
      './rules/*',
      './package.json',
    ];
    assert.deepEqual(Object.keys(exports).sort(), covered.sort());
  });

  test('exports the schemas, the script tag’s files and its own package.json', () => {
    const [schema, record, tag, own] = inNode(`import { createRequire } from 'node:module';
      const require = createRequire(process.cwd() + '/package.json');
      console.log(JSON.stringify([
        Object.keys(require('${name}/schema.json')), Object.keys(require('${name}/record.schema.json')), require.resolve('${name}/cdn/candor.js'), require('${name}/package.json').name,
      ]))`) as [string[], string[], string, string];
    for (const keys of [schema, record]) assert.ok(keys.includes('$schema') && keys.includes('$defs'), keys.join());
    assert.match(tag, /dist\/cdn\/candor\.js$/);
    assert.equal(own, name);
  });

  test('exports the rules for privacy tools', () => {
    const [rule, rules] = inNode(`import { createRequire } from 'node:module';
      const require = createRequire(process.cwd() + '/package.json');
      console.log(JSON.stringify([require('${name}/rules/autoconsent.json').name, Object.keys(require('${name}/rules/consent-o-matic.json'))]))`) as [
      string,
      string[],
    ];
    assert.deepEqual([rule, rules], ['candor', ['candor']]);
  });

  test('lets nobody in by another way', () => {
    const code = inNode(`const code = await import('${name}/dist/npm/index.js').catch(({ code }) => code);
      console.log(JSON.stringify(code))`);
    assert.equal(code, 'ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  test('finds a mistake in a config in plain Node', () => {
    const [good, bad] = inNode(`import { lintConfig } from '${name}/lint';
      console.log(JSON.stringify([lintConfig({ categories: [{ id: 'analytics' }] }), lintConfig({ categories: 'analytics' })]))`) as [
      unknown[],
      { path: string; severity: string }[],
    ];
    assert.deepEqual(good, []);
    assert.deepEqual(
      bad.map(({ path, severity }) => [path, severity]),
      [['categories', 'error']],
    );
  });

  test('keeps Lit out of the headless entry', () => {
    const modules = [...closure('dist/npm/index.js')];
    for (const path of modules) {
      assert.deepEqual(
        importsOf(path).filter((imported) => /^(@lit|lit)\b/.test(imported)),
        [],
        path,
      );
    }
    assert.ok(importsOf('dist/npm/index.js').includes('js-cookie') || modules.length > 1, 'imports are seen at all');
  });

  test('brings its own copy of @lit/localize and leaves lit and js-cookie to the host', () => {
    const imported = new Set(
      filesIn('dist/npm', '.js')
        .flatMap(importsOf)
        .filter((path) => !path.startsWith('.')),
    );
    for (const path of imported) assert.match(path, /^(lit|js-cookie)(\/|$)/);
    for (const known of ['lit', 'js-cookie'])
      assert.ok(
        [...imported].some((path) => path.startsWith(known)),
        known,
      );
  });

  test('packs the build and the documents, nothing else', () => {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as [{ files: { path: string }[] }];
    const paths = packed.files.map(({ path }) => path);
    assert.ok(
      paths.includes('dist/cdn/candor.js') &&
        paths.includes('dist/npm/index.js') &&
        paths.includes('dist/gtm/candor-consent.tpl') &&
        paths.includes('dist/rules/autoconsent.json') &&
        paths.includes('dist/rules/consent-o-matic.json') &&
        paths.includes('dist/schema.json') &&
        paths.includes('dist/record.schema.json'),
    );
    assert.deepEqual(
      paths.filter(
        (path) =>
          !/^dist\/(cdn|npm|types)\/|^dist\/gtm\/candor-consent\.tpl$|^dist\/rules\/[\w-]+\.json$|^dist\/(record\.)?schema\.json$|^(package\.json|README\.md|CHANGELOG\.md|LICEN[CS]E)$/.test(
            path,
          ),
      ),
      [],
    );
  });
});

for (const tag of ['candor.js', 'candor-block.js', 'candor-signals.js']) {
  describe(`${tag}, a script for a tag,`, () => {
    const code = read(`dist/cdn/${tag}`);

    test('is one classic script that older browsers can read', () => {
      assert.doesNotThrow(() => new Script(code));
      // Newer than ES2021: private names in classes, static blocks, `.at()` and `Object.hasOwn` have no place in it.
      assert.doesNotMatch(
        code,
        /\bstatic\s*\{|#\w+\s*(in\b|=|\()|\.at\(|Object\.hasOwn|structuredClone|\bimport\s*[{"']|^\s*export\b/m,
      );
    });

    test('leaves nothing global but candor', () => {
      assert.match(code, /^(!|\(|["']use strict["'];?\s*[!(])/, 'all of it is in a function');
    });
  });
}

describe('candor-signals.js', () => {
  test('leaves for candor.js what makes the signals of a config, and tells nobody anything before that', () => {
    const page = createContext({ AbortController });
    new Script(read('dist/cdn/candor-signals.js')).runInContext(page);
    const make = new Script(`globalThis[Symbol.for('candor.signals')]`).runInContext(page) as (
      config: object,
    ) => readonly { readonly id: string }[];
    const made = make({ signals: { clarity: true, matomo: { queue: '_paq2' }, linkedIn: true, unheardOf: true } });
    assert.deepEqual(
      Array.from(made, ({ id }) => id),
      ['clarity', 'matomo'],
    );
    assert.deepEqual(Object.keys(page), ['AbortController'], 'what a browser has, and nothing else');
  });
});

describe('the script for the tag', () => {
  const code = read('dist/cdn/candor.js');

  test('makes no code from text', () => {
    for (const path of filesIn('dist/cdn', '.js').filter((path) => !/diagnose/.test(path))) {
      assert.doesNotMatch(read(path), /\beval\s*\(|new Function\b|\bFunction\s*\(|document\.write/, path);
    }
  });

  test('carries neither Lit, nor diagnostics, nor the words of the banner', () => {
    assert.doesNotMatch(code, /lit-html|_\$lit|We use cookies|check the spelling/);
  });

  test('names every file next to it by its hash', () => {
    const known = [code, ...filesIn('dist/cdn', '.js').map(read)].join();
    for (const file of readdirSync('dist/cdn').filter((each) => !/^candor(-block|-signals)?\.js$/.test(each))) {
      const [, part, hash] = /^(.+)-([\w]{8})\.js$/.exec(file) ?? [];
      assert.ok(part && hash, `${file} has no hash`);
      const inBase64 = [...known.matchAll(/[A-Za-z0-9+/]{43}=/g)].map(([all]) => all.replace(/\W/g, '').slice(0, 8));
      assert.ok(inBase64.includes(hash), `nothing checks ${file}`);
    }
  });
});
