import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { kindOf } from '../../src/core/categories.js';
import { KINDS } from '../../src/core/erasure.js';
import { presetFor } from '../../src/core/presets.js';
import { createConsent } from '../../src/index.js';
import { sectionOf } from '../../src/ui/facts/section-of.js';
import { guide, readme, tablesUnder, type Cell, type Table } from './documents.js';
import {
  addresses,
  controlActions,
  elements,
  occasional,
  hookActions,
  membersOf,
  schemaObjects,
  signalOptions,
  tagAttributes,
  texts,
  typeOf,
  usedProperties,
  wordsOf,
} from './source.js';

const reference = guide('reference');

const keysOf = ({ rows }: Table): string[] => rows.map(([first]) => first!.codes[0]!);

/** What a table of the reference names in its first column is exactly what there is, in both languages. */
function names(heading: string, expected: readonly string[], position = 0): void {
  for (const [{ file }, tables] of tablesUnder(reference, heading)) {
    assert.deepEqual([...keysOf(tables[position]!)].sort(), [...expected].sort(), `${file}: ${heading}`);
  }
}

/** The rows of a table of the reference in both languages, with the languages. */
const rowsOf = (heading: string, position = 0): (readonly [language: 'en' | 'zh', row: readonly Cell[]])[] =>
  tablesUnder(reference, heading).flatMap(([{ language }, tables]) =>
    tables[position]!.rows.map((row) => [language, row] as const),
  );

/** Where the reference describes an object of the schema. */
const HEADINGS: Readonly<Record<string, string>> = { Config: 'Config', RegionRule: 'Region rule' };

describe('the reference names every key of the config and no other', () => {
  for (const [name, { properties, required = [] }] of schemaObjects()) {
    const heading = HEADINGS[name] ?? name;

    test(`${name}: the keys`, () => names(heading, Object.keys(properties!)));

    test(`${name}: their types, defaults and which are required`, () => {
      for (const [, [key, type, fallback, meaning]] of rowsOf(heading)) {
        const id = key!.codes[0]!;
        const property = properties![id]!;
        const words = typeOf(property);
        assert.deepEqual(property.enum || property.anyOf ? type!.codes : type!.codes.slice(0, 1), words, id);
        assert.equal(/^(required|必填)$/.test(fallback!.text), required.includes(id), id);
        const said = /Default `?([\w-]+)`?(?: for|\.|:|,|$)|`(\w+)` \(default\)/.exec(property.description ?? '');
        const value = said?.[1] ?? said?.[2];
        // Some defaults are said in words.
        if (value && /^\d+$|^[a-z-]+$/.test(value) && property.description!.includes(`\`${value}\``)) {
          assert.ok(fallback!.codes.includes(value), `${id}: ${value}`);
        }
        assert.ok(meaning!.text.length > 0, id);
      }
    });
  }

  test('and so does the README', () => {
    const inReadme = readme.tables.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap(({ codes }) => codes)));
    const named = new Set([...inReadme, ...readme.codes].flatMap((code) => code.split('.')));
    const keys = [...schemaObjects().values()].flatMap(({ properties }) => Object.keys(properties!));
    assert.deepEqual(
      keys.filter((key) => !named.has(key)),
      [],
    );
  });
});

describe('the reference names every signal with its options', () => {
  const OWN_TABLE = 'googleConsentMode';
  const LISTENING = ['tcf', 'formerConsent'];
  const keys = Object.keys(schemaObjects().get('Signals')!.properties!);

  test('those that tell, by key', () => {
    const telling = keys.filter((key) => key !== OWN_TABLE && !LISTENING.includes(key) && signalOptions(key).length);
    names('Vendors', telling);
  });

  test('those that listen, by key', () => names('Answers from elsewhere', LISTENING));

  for (const heading of ['Vendors', 'Answers from elsewhere']) {
    test(`${heading}: what each can be told in the config, and what it takes itself to be told without`, () => {
      for (const [language, row] of rowsOf(heading)) {
        const key = row[0]!.codes[0]!;
        const codes = row.flatMap((cell) => cell.codes);
        for (const [name, option] of signalOptions(key)) {
          const where = `${language}: ${key}.${name}`;
          // All vendors have `ids`, which the text above the table explains.
          if (name !== 'ids' || heading !== 'Vendors') assert.ok(codes.includes(name), where);
          for (const word of option.items?.enum ?? []) assert.ok(codes.includes(word), `${where}: ${word}`);
          const [, list] = /Default:? (`.+`|false)/.exec(option.description ?? '') ?? [];
          for (const [, value] of list?.matchAll(/`?([\w-]+)`?/g) ?? []) {
            if (value !== 'and') assert.ok(codes.includes(value!), `${where}: ${value}`);
          }
        }
      }
    });
  }
});

describe('the reference names every built-in category and no other', () => {
  const ids = [...texts.keys()].flatMap((id) => /^category\.(.+)\.title$/.exec(id)?.[1] ?? []);

  test('by id', () => names('Built-in categories', ids));

  test('with its title, its kind and its section', () => {
    for (const [language, [id, title, kind, section]] of rowsOf('Built-in categories')) {
      const category = { id: id!.codes[0]! };
      const found = kindOf(category, presetFor(''));
      assert.equal(title!.text, texts.get(`category.${category.id}.title`)![language]);
      assert.equal(kind!.codes[0], found, category.id);
      assert.equal(section!.text, texts.get(`section.${sectionOf(category, found)}`)![language], category.id);
    }
  });

  test('those first that are asked where none are named', () => {
    const asked = Object.keys(createConsent().choices);
    for (const [, [table]] of tablesUnder(reference, 'Built-in categories')) {
      assert.deepEqual(keysOf(table!).slice(0, asked.length), asked);
    }
  });
});

describe('the reference names', () => {
  test('every text and no other, in the words that visitors read', () => {
    names('Texts', [...texts.keys()]);
    for (const [language, [id, words]] of rowsOf('Texts')) {
      assert.equal(words!.text, texts.get(id!.codes[0]!)![language], id!.codes[0]);
    }
  });

  test('every place in a text that Candor fills', () => {
    const places = [...texts.values()].flatMap(({ en }) => en.match(/\{\w+\}/g) ?? []);
    for (const { codes } of [reference.en, reference.zh]) {
      for (const place of places) assert.ok(codes.includes(place), place);
    }
  });

  test('every attribute of the script tag and no other', () => names('Script tag', [...tagAttributes, 'nonce']));

  test('every attribute of marked markup and no other', () => {
    const waiting = addresses.map((name) => `data-${name}`);
    names('Markup', ['data-consent', 'data-consent-state', 'data-type', 'data-candor', ...waiting]);
  });

  test('everything that the page’s own controls can do', () => {
    for (const [, row] of rowsOf('Markup').filter(([, [name]]) => name!.codes[0] === 'data-candor')) {
      assert.deepEqual([...row.at(-1)!.codes].sort(), [...controlActions].sort());
    }
  });

  test('every option of createConsent and no other', () => {
    names('createConsent', membersOf('start.ts', 'ConsentOptions'));
  });

  test('every member of the consent object and no other', () => {
    const members = membersOf('core/consent.ts', 'Consent');
    for (const [{ file }, [table]] of tablesUnder(reference, 'The consent object')) {
      const named = keysOf(table!).map((key) => key.replace(/\(.*\)/, '()'));
      assert.deepEqual(named.sort(), [...new Set(members)].sort(), file);
    }
  });

  test('every event and no other, with all that it tells', () => {
    names('Events', membersOf('index.ts', 'DocumentEventMap'), 0);
    names('Events', membersOf('core/consent.ts', 'ConsentEvents'), 1);
    names('Events', membersOf('core/change.ts', 'ChangeDetail'), 2);
    names('Events', wordsOf('core/change.ts', 'Method'), 3);
  });

  test('all that a report of the eraser holds', () => {
    names('Erase', membersOf('core/erasure.ts', 'ErasedItem'), 1);
    for (const [, [key, meaning]] of rowsOf('Erase', 1).filter(([, [key]]) => key!.codes[0] === 'kind')) {
      assert.deepEqual([...meaning!.codes].sort(), [...Object.values(KINDS)].sort(), key!.text);
    }
    for (const { codes } of [reference.en, reference.zh]) {
      for (const member of membersOf('core/erasure.ts', 'ErasureReport')) assert.ok(codes.includes(member), member);
    }
  });

  test('every element and no other', () => {
    names(
      'Elements',
      elements.map(({ tag }) => tag),
    );
    for (const { codes } of [reference.en, reference.zh]) {
      for (const attribute of elements.flatMap(({ attributes }) => attributes)) assert.ok(codes.includes(attribute));
      for (const member of membersOf('ui/shared/surface-element.ts', 'SurfaceElement')) {
        assert.ok(codes.includes(member), member);
      }
    }
  });

  test('every part and no other, with the elements that have it', () => {
    const parts = [...new Set(elements.flatMap((element) => element.parts))];
    names('Parts', parts);
    for (const [, [part, of]] of rowsOf('Parts')) {
      const owners = elements.filter((element) => element.parts.includes(part!.codes[0]!));
      assert.deepEqual(
        of!.codes,
        owners.map(({ tag }) => tag),
        part!.codes[0],
      );
    }
  });

  test('every element that comes by itself, with its parts', () => {
    for (const lang of ['en', 'zh'] as const) {
      for (const { tag, parts } of occasional) {
        const named = reference[lang].codes;
        assert.ok(named.includes(tag), tag);
        for (const part of parts) assert.ok(named.includes(part), `${tag}: ${part}`);
      }
    }
  });

  test('every custom property and no other, with the elements that have it and their defaults', () => {
    names('Custom properties', usedProperties);
    for (const [, [property, of, fallback]] of rowsOf('Custom properties')) {
      const name = property!.codes[0]!;
      const owners = elements.filter(({ properties }) => properties.has(name));
      assert.deepEqual(
        of!.codes,
        owners.map(({ tag }) => tag),
        name,
      );
      for (const { properties } of owners) {
        const value = properties.get(name);
        if (value) assert.ok(fallback!.codes.includes(value), `${name}: ${value}`);
      }
    }
  });

  test('every hook and no other', () => {
    names('Hooks', ['data-consent-action', 'data-consent-category', 'data-consent-service']);
    for (const [, row] of rowsOf('Hooks').filter(([, [name]]) => name!.codes[0] === 'data-consent-action')) {
      assert.deepEqual([...row[1]!.codes].sort(), [...hookActions].sort());
    }
  });

  test('every field of the cookie and no other', () => {
    names('The cookie', ['v', 'at', 'rev', 'yes', 'no', 'more']);
    assert.match(readFileSync('src/core/cookie-codec.ts', 'utf8'), /`v=1&at=\$.*&rev=\$.*&yes=\$.*&no=\$.*&more=1/);
  });

  test('every entry of the package and no other', () => {
    const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; exports: object };
    names(
      'The package',
      Object.keys(exports).map((path) => name + path.slice(1)),
    );
  });

  test('everything that a finding of the linter holds', () => {
    names('The linter', membersOf('lint/rules/finding.ts', 'Finding'));
  });

  test('the version that it describes', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.ok(reference.en.prose.includes(`Candor ${version}`) && reference.zh.prose.includes(`Candor ${version}`));
  });
});

describe('the README names', () => {
  test('every part and every custom property', () => {
    for (const part of elements.flatMap(({ parts }) => parts)) assert.ok(readme.codes.includes(part), part);
    for (const property of usedProperties) assert.ok(readme.codes.includes(property), property);
  });

  test('every event, option and attribute', () => {
    for (const name of [
      ...membersOf('index.ts', 'DocumentEventMap'),
      ...membersOf('start.ts', 'ConsentOptions'),
      ...tagAttributes,
      ...controlActions,
    ]) {
      assert.ok(
        readme.codes.some((code) => code.split(/[="\s]/)[0] === name),
        name,
      );
    }
  });

  test('every member of the consent object that a host needs', () => {
    const forElements = ['messages()', 'embed()', 'removeEventListener()'];
    for (const member of membersOf('core/consent.ts', 'Consent').filter((name) => !forElements.includes(name))) {
      const name = member.replace('()', '');
      assert.ok(
        readme.codes.some((code) => new RegExp(`(^|\\.)${name}(\\(|$)`).test(code)),
        member,
      );
    }
  });
});
