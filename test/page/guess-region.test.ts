import { expect } from 'chai';
import { guessRegion } from '../../src/page/guess-region.js';

const { resolvedOptions } = Intl.DateTimeFormat.prototype;

function pretend(timeZone: string, languages: readonly string[]): void {
  Intl.DateTimeFormat.prototype.resolvedOptions = function (this: Intl.DateTimeFormat) {
    return { ...resolvedOptions.call(this), timeZone };
  };
  Object.defineProperty(navigator, 'languages', { configurable: true, get: () => languages });
}

describe('the region that is guessed where none is given', () => {
  afterEach(() => {
    Intl.DateTimeFormat.prototype.resolvedOptions = resolvedOptions;
    delete (navigator as { languages?: unknown }).languages;
  });

  for (const [timeZone, languages, region] of [
    ['Asia/Shanghai', ['en'], 'CN'],
    ['Asia/Urumqi', ['zh'], 'CN'],
    ['PRC', ['en-GB'], 'CN'],
    ['America/New_York', ['en-US', 'zh-CN'], 'CN'],
    ['Europe/Berlin', ['zh-Hans-CN'], 'CN'],
    ['Europe/Berlin', ['de-DE', 'en'], 'EEA'],
    ['Europe/London', ['en-GB'], 'EEA'],
    ['Asia/Hong_Kong', ['zh-HK'], ''],
    ['Asia/Taipei', ['zh-TW'], ''],
    ['America/Los_Angeles', ['en-US', 'es'], ''],
    ['UTC', [], ''],
  ] as const) {
    it(`${timeZone}, ${languages.join(' and ') || 'no language'}: ${region || 'none'}`, () => {
      pretend(timeZone, languages);
      expect(guessRegion()).to.equal(region);
    });
  }
});
