import { expect } from 'chai';
import { sectionOf } from '../../src/ui/facts/section-of.js';
import { formatDuration } from '../../src/ui/facts/duration.js';
import { regionName } from '../../src/ui/facts/region-name.js';
import { directionOf } from '../../src/ui/shared/direction.js';
import { safeUrl } from '../../src/ui/shared/safe-url.js';

describe('formatDuration', () => {
  for (const [duration, locale, words] of [
    ['P1Y', 'en', '1 year'],
    ['P1Y6M', 'en', '1 year, 6 months'],
    ['P90D', 'en', '90 days'],
    ['P2W', 'en', '2 weeks'],
    ['PT30M', 'en', '30 minutes'],
    ['P1Y', 'zh-Hans', '1年'],
    ['until you leave', 'en', 'until you leave'],
    ['P', 'en', 'P'],
  ] as const) {
    it(`says ${duration} in ${locale}`, () => expect(formatDuration(duration, locale)).to.equal(words));
  }
});

describe('safeUrl', () => {
  for (const url of [
    '/privacy',
    'privacy.html',
    '#contact',
    '//example.com',
    'https://example.com',
    'http://example.com',
    'mailto:a@b.c',
    'tel:+86',
  ]) {
    it(`lets ${url} pass`, () => expect(safeUrl(url)).to.equal(url));
  }
  for (const url of [
    undefined,
    '',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'blob:x',
    'file:///x',
    'https://',
  ]) {
    it(`drops ${JSON.stringify(url)}`, () => expect(safeUrl(url)).to.equal(undefined));
  }
});

describe('directionOf', () => {
  for (const [locale, direction] of [
    ['en', 'ltr'],
    ['zh-Hans', 'ltr'],
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['pa-Arab', 'rtl'],
    ['pa', 'ltr'],
    ['', 'ltr'],
  ] as const) {
    it(`writes ${locale || 'nothing'} ${direction}`, () => expect(directionOf(locale)).to.equal(direction));
  }
});

describe('sectionOf', () => {
  for (const [category, kind, section] of [
    [{ id: 'necessary' }, 'necessary', 'always-on'],
    [{ id: 'analytics' }, 'consent', 'cookies'],
    [{ id: 'device' }, 'consent', 'device'],
    [{ id: 'location' }, 'consent', 'location'],
    [{ id: 'push' }, 'consent', 'marketing'],
    [{ id: 'cross-border' }, 'separate', 'sharing'],
    [{ id: 'own' }, 'consent', 'cookies'],
    [{ id: 'own' }, 'separate', 'sharing'],
    [{ id: 'own', group: 'device' }, 'consent', 'device'],
  ] as const) {
    it(`puts ${kind} ${category.id} into ${section}`, () => expect(sectionOf(category, kind)).to.equal(section));
  }
});

it('names a region, or shows what is none', () => {
  expect([regionName('FR', 'en'), regionName('somewhere', 'en')]).to.deep.equal(['France', 'somewhere']);
});
