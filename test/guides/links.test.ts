import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { findPages } from '../../demo/build/find-pages.js';
import { documents, guides } from './documents.js';

/** The parts of the site that the guides lead to, and the behaviours among them. */
const PARTS = ['/', '/alerts/', '/behaviours/', '/compare/', '/gallery/', '/try/'];
const BEHAVIOURS = [
  'channels',
  'cookie',
  'development',
  'erasing',
  'events',
  'functions',
  'gpc',
  'guards',
  'just-in-time',
  'languages',
  'layouts',
  'look',
  'media',
  'navigation',
  'new-category',
  'opt-out',
  'own-interface',
  'revision',
  'scripts',
  'separate',
  'signals',
  'strict-csp',
  'templates',
  'withdrawal',
];

const pages = new Set([
  ...findPages('demo').map(({ path }) => path),
  ...PARTS,
  ...BEHAVIOURS.map((name) => `/behaviours/${name}/`),
]);

describe('every link', () => {
  for (const { file, path, links, ids } of documents) {
    test(`of ${file} leads somewhere`, () => {
      for (const link of links) {
        if (link.startsWith('#')) assert.ok(ids.includes(link.slice(1)), link);
        else if (path) assert.ok(pages.has(link), link);
        else assert.ok(existsSync(link), link);
      }
    });

    test(`to a heading of ${file} can only mean one`, () => assert.equal(new Set(ids).size, ids.length));
  }

  test('from the first guide reaches every other, in both languages', () => {
    const { en, zh } = guides.find(({ path }) => path === '/guides/')!;
    for (const { path } of guides.filter(({ path }) => path !== '/guides/')) {
      assert.ok(en.links.includes(path) && zh.links.includes(path), path);
    }
  });
});
