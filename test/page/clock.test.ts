/** Decisions by clocks that are years off: nothing is granted by them, and none is in the way of the right one. */
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import { decode } from '../../src/core/cookie-codec.js';
import { DAY, decide } from '../../src/core/decide.js';
import { UNDECIDED, type Decision } from '../../src/core/decision.js';
import { createModel } from '../../src/core/model.js';
import { presetFor } from '../../src/core/presets.js';
import { decideAndStore } from '../../src/page/store-decision.js';
import { storedTexts } from '../../src/page/stored-text.js';
import { clearStorage, cookieOf } from '../helpers/storage.js';

const YEARS = 4 * 365 * DAY;
const config: Config = { categories: [{ id: 'analytics' }, { id: 'social' }] };
const preset = presetFor('');
const { now: rightNow } = Date;

describe('a clock that is years off', () => {
  beforeEach(clearStorage);
  afterEach(async () => {
    Date.now = rightNow;
    await clearStorage();
  });

  const turnTo = (seconds: number): void => void (Date.now = () => rightNow() + seconds * 1000);
  const seconds = (): number => Date.now() / 1000;
  const model = createModel(config, preset, seconds());

  /** What a page reads. */
  function read(): Decision {
    const found = storedTexts('candor').flatMap((text) => decode(text ?? '', seconds()) ?? []);
    return found.sort((one, other) => other.at - one.at)[0] ?? UNDECIDED;
  }
  const pending = (): readonly string[] => decide(model, read(), seconds()).pending;
  const acceptAll = (given = read()): Decision =>
    decideAndStore(model, given, 'accept-all', undefined, { config, preset });

  it('ahead: the answer counts there, is none once the clock is right, and the next one stays', () => {
    turnTo(YEARS);
    acceptAll();
    expect(pending()).to.deep.equal([]);
    turnTo(0);
    expect(decide(model, read(), seconds()).choices).to.deep.equal({ analytics: false, social: false });
    expect(pending()).to.deep.equal(['analytics', 'social']);
    acceptAll();
    expect(pending()).to.deep.equal([]);
    expect(read().at).to.be.closeTo(seconds(), 5);
  });

  it('ahead and right again while the page is open: nothing of that time is written on', () => {
    turnTo(YEARS);
    const given = acceptAll();
    turnTo(0);
    const after = decideAndStore(model, given, 'update', { social: false }, { config, preset });
    expect(after.at).to.be.closeTo(seconds(), 5);
    expect([...after.answers.keys()]).to.deep.equal(['social']);
    expect(decide(model, read(), seconds()).pending).to.deep.equal(['analytics']);
  });

  it('behind: what was answered before is none there, is left alone, and counts again after', () => {
    acceptAll();
    const kept = cookieOf('candor');
    turnTo(-YEARS);
    expect(pending()).to.deep.equal(['analytics', 'social']);
    expect(cookieOf('candor')).to.equal(kept);
    turnTo(0);
    expect(pending()).to.deep.equal([]);
    expect(decide(model, read(), seconds()).choices['analytics']).to.equal(true);
  });

  it('behind: a refusal there lets no earlier yes come back', () => {
    acceptAll();
    turnTo(-YEARS);
    decideAndStore(model, read(), 'reject-all', undefined, { config, preset });
    turnTo(0);
    expect(decide(model, read(), seconds()).choices).to.deep.equal({ analytics: false, social: false });
  });

  it('behind by days: who answers there is not asked on every page', () => {
    turnTo(-20 * DAY);
    acceptAll();
    expect(pending()).to.deep.equal([]);
    turnTo(0);
    expect(pending()).to.deep.equal([]);
  });
});

describe('a cookie that stands there twice', () => {
  beforeEach(clearStorage);
  afterEach(clearStorage);

  const now = Math.floor(Date.now() / 1000);
  const text = (at: number, yes: string, no: string): string => `v=1&at=${at}&rev=1&yes=${yes}&no=${no}`;

  for (const [what, texts] of [
    ['the older first', [text(now - 50, 'analytics', ''), text(now - 9, '', 'analytics')]],
    ['the newer first', [text(now - 9, '', 'analytics'), text(now - 50, 'analytics', '')]],
    ['with one that is cut off', ['v=1&at=17', text(now - 9, '', 'analytics')]],
  ] as const) {
    it(`is read both times: ${what}`, () => {
      const jar = Object.getOwnPropertyDescriptor(document, 'cookie');
      Object.defineProperty(document, 'cookie', {
        configurable: true,
        get: () => `a=b; ${texts.map((each) => `candor=${each}`).join('; ')}; c=d`,
      });
      const found = storedTexts('candor');
      Reflect.deleteProperty(document, 'cookie');
      expect(jar).to.equal(undefined);
      expect(found.slice(2)).to.deep.equal(texts);
    });
  }
});
