import { expect } from 'chai';
import fc from 'fast-check';
import type { Config } from '../../src/core/config.js';
import type { Choices } from '../../src/core/decide.js';
import type { Decision } from '../../src/core/decision.js';
import { tcf, type TcfOptions } from '../../src/signals/tcf.js';
import { FakeConsent } from '../helpers/fake-consent.js';

const DAY = 86_400;
const NOW = Math.floor(Date.now() / 1000);
const TODAY = NOW - (NOW % DAY);
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const ALL_PURPOSES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

const flags = (numbers: readonly number[]): Record<string, boolean> =>
  Object.fromEntries(numbers.map((number) => [number, true]));

/** The beginning of a TC string: its version, and twice a time. */
function tcStringOf(seconds: number): string {
  let rest = seconds * 10;
  let digits = '';
  for (let index = 0; index < 6; index++) {
    digits = DIGITS[rest % 64] + digits;
    rest = Math.floor(rest / 64);
  }
  return `C${digits}${digits}AcABBENA7E8AP`;
}

type Callback = (data: unknown, success: boolean) => void;
type Call = [command: string, version: number, callback: Callback, parameter?: number];

interface Page {
  __tcfapi?: ((...call: Call) => void) | undefined;
}

const page = window as Page;

/** A consent platform as its specification describes it: a stub that queues, then the real function, with its listeners. */
class Cmp {
  readonly listeners = new Map<number, Callback>();
  private readonly queue: Call[] = [];
  private status: string | undefined;
  private data: object = {};
  private count = 0;

  stub(): this {
    page.__tcfapi = (...call) => {
      const [command, , callback] = call;
      if (command === 'ping') callback({ cmpLoaded: false, cmpStatus: 'stub', apiVersion: '2.3' }, true);
      else this.queue.push(call);
    };
    return this;
  }

  load(): this {
    page.__tcfapi = (...call) => this.answer(...call);
    for (const call of this.queue.splice(0)) this.answer(...call);
    return this;
  }

  tell(status: string | undefined, data: object): void {
    this.status = status;
    this.data = data;
    for (const [id, callback] of this.listeners) callback(this.dataFor(id), true);
  }

  private answer(command: string, version: number, callback: Callback, parameter?: number): void {
    expect(version).to.equal(2);
    if (command === 'addEventListener') {
      this.count += 1;
      this.listeners.set(this.count, callback);
      // At once, whatever is known, so that the caller learns its number.
      callback(this.dataFor(this.count), true);
    } else if (command === 'removeEventListener') {
      callback(this.listeners.delete(parameter!), true);
    } else {
      throw new Error(`${command} is no command that is asked for`);
    }
  }

  private dataFor(listenerId: number): object {
    return { ...this.data, eventStatus: this.status, listenerId, cmpStatus: this.status ? 'loaded' : 'loading' };
  }
}

interface Consents {
  readonly purposes?: readonly number[];
  readonly interests?: readonly number[];
  readonly features?: readonly number[];
  readonly vendors?: readonly number[];
  readonly disclosed?: readonly number[];
  readonly restrictions?: object;
  readonly at?: number;
}

const tcData = ({
  purposes = [],
  interests = [],
  features = [],
  vendors = [],
  disclosed,
  restrictions,
  at = NOW,
}: Consents): object => ({
  tcString: tcStringOf(at - (at % DAY)),
  tcfPolicyVersion: 5,
  gdprApplies: true,
  isServiceSpecific: true,
  purpose: { consents: flags(purposes), legitimateInterests: flags(interests) },
  specialFeatureOptins: flags(features),
  vendor: {
    consents: flags(vendors),
    legitimateInterests: flags(interests),
    ...(disclosed && { disclosedVendors: flags(disclosed) }),
  },
  publisher: { consents: {}, legitimateInterests: {}, restrictions: restrictions ?? {} },
});

type Report = [choices: Partial<Choices>, at: number | undefined];

describe('a consent platform of the TCF', () => {
  let reports: Report[];
  let end: () => void;

  beforeEach(() => {
    reports = [];
    end = () => {};
  });
  afterEach(() => {
    end();
    delete page.__tcfapi;
  });

  function start(options?: TcfOptions, config: Config = {}, decision?: Decision): void {
    const { consent } = new FakeConsent(config, decision ? { decision } : {});
    end = tcf(options).start!(consent, (answers, at) => reports.push([answers, at])) ?? end;
  }

  /** What is reported of one answer on this page. */
  function answerOf(consents: Consents, options?: TcfOptions, config?: Config): Partial<Choices> | undefined {
    const cmp = new Cmp().load();
    start(options, config);
    cmp.tell('useractioncomplete', tcData(consents));
    end();
    return reports.pop()?.[0];
  }

  const NOTHING = { functional: false, analytics: false, advertising: false, location: false };

  describe('maps purposes to categories:', () => {
    it('everything consented to is a yes to what the TCF knows', () => {
      expect(answerOf({ purposes: ALL_PURPOSES, features: [1, 2] })).to.deep.equal({
        functional: true,
        analytics: true,
        advertising: true,
        location: true,
      });
    });

    for (const [category, needed] of [
      ['functional', [1, 5, 6, 11]],
      ['analytics', [1, 8, 9, 10]],
      ['advertising', [1, 2, 3, 4, 7]],
    ] as const) {
      it(`${category} is a yes by ${needed.join(', ')}`, () => {
        expect(answerOf({ purposes: needed })).to.deep.equal({ ...NOTHING, [category]: true });
      });

      for (const missing of needed) {
        it(`${category} is a no without ${missing}`, () => {
          const purposes = ALL_PURPOSES.filter((purpose) => purpose !== missing);
          expect(answerOf({ purposes })![category]).to.equal(false);
        });
      }
    }

    it('location is a yes by storage and the special feature, and by neither alone', () => {
      expect(answerOf({ purposes: [1], features: [1] })!['location']).to.equal(true);
      expect(answerOf({ purposes: [1] })!['location']).to.equal(false);
      expect(answerOf({ features: [1] })!['location']).to.equal(false);
    });

    it('legitimate interest is no yes', () => {
      expect(answerOf({ interests: ALL_PURPOSES })).to.deep.equal(NOTHING);
    });

    it('the site’s own purposes stand in place of the built-in ones, and storage goes with them', () => {
      const options: TcfOptions = { purposes: { analytics: [9] } };
      expect(answerOf({ purposes: [1, 9] }, options)!['analytics']).to.equal(true);
      expect(answerOf({ purposes: [9] }, options)!['analytics']).to.equal(false);
    });

    for (const category of ['analytics', 'location']) {
      it(`an empty list leaves ${category} out`, () => {
        const answers = answerOf({ purposes: ALL_PURPOSES, features: [1] }, { purposes: { [category]: [] } });
        expect(answers).to.include({ advertising: true }).and.not.have.property(category);
      });
    }

    it('where it knows none of what is configured, nothing is reported', () => {
      const config: Config = { categories: [{ id: 'social' }, { id: 'push' }] };
      expect(answerOf({ purposes: ALL_PURPOSES }, {}, config)).to.equal(undefined);
      const cmp = new Cmp().load();
      start({}, config);
      cmp.tell('tcloaded', tcData({ purposes: ALL_PURPOSES }));
      expect(reports).to.deep.equal([]);
    });

    it('a category of the site’s own counts by what the site names, a special feature included', () => {
      const config: Config = { categories: [{ id: 'necessary' }, { id: 'research' }] };
      const options: TcfOptions = { purposes: { research: [9] }, features: { research: [2] } };
      expect(answerOf({ purposes: [1, 9], features: [2] }, options, config)).to.deep.equal({ research: true });
      expect(answerOf({ purposes: [1, 9] }, options, config)).to.deep.equal({ research: false });
    });

    it('ids that nobody configured are left out', () => {
      const config: Config = { categories: [{ id: 'necessary' }, { id: 'analytics' }] };
      const options: TcfOptions = { purposes: { research: [9] }, vendors: { other: 1 } };
      expect(answerOf({ purposes: ALL_PURPOSES }, options, config)).to.deep.equal({ analytics: true });
    });
  });

  describe('maps vendors to services:', () => {
    const config: Config = {
      categories: [
        { id: 'advertising', services: [{ id: 'ads' }, { id: 'own' }] },
        { id: 'social', services: [{ id: 'clips' }] },
      ],
    };
    const options: TcfOptions = { vendors: { ads: 755 } };
    const purposes = ALL_PURPOSES;

    for (const [what, consents, expected] of [
      ['consent to the vendor', { purposes, vendors: [755] }, true],
      ['no consent to the vendor', { purposes, vendors: [1] }, false],
      ['legitimate interest of the vendor', { purposes, interests: [755] }, false],
      ['consent to the vendor and not to a purpose', { purposes: [1, 2, 3, 4], vendors: [755] }, false],
      ['a vendor that was disclosed', { purposes, vendors: [755], disclosed: [755] }, true],
      ['a vendor that was not disclosed', { purposes, vendors: [755], disclosed: [1] }, false],
      ['a publisher that asks for consent', { purposes, vendors: [755], restrictions: { 2: { 755: 1 } } }, true],
      ['a publisher that forbids a purpose', { purposes, vendors: [755], restrictions: { 2: { 755: 0 } } }, false],
      [
        'a publisher that leaves legitimate interest alone',
        { purposes, vendors: [755], restrictions: { 7: { 755: 2 } } },
        false,
      ],
      [
        'a restriction on a purpose that is not asked for',
        { purposes, vendors: [755], restrictions: { 9: { 755: 0 } } },
        true,
      ],
    ] as const) {
      it(`${what} is a ${expected ? 'yes' : 'no'}`, () => {
        expect(answerOf(consents, options, config)!['ads']).to.equal(expected);
      });
    }

    it('services without a vendor follow their category', () => {
      expect(answerOf({ purposes, vendors: [755] }, options, config)).to.deep.equal({ advertising: true, ads: true });
    });

    it('a vendor alone is no yes where no purpose is known', () => {
      expect(answerOf({ purposes, vendors: [9] }, { vendors: { clips: 9 } }, config)).to.deep.equal({
        advertising: true,
      });
    });

    it('a service may name its own purposes', () => {
      const own: TcfOptions = { vendors: { clips: 9 }, purposes: { clips: [11] } };
      expect(answerOf({ purposes: [1, 11], vendors: [9] }, own, config)!['clips']).to.equal(true);
      expect(answerOf({ purposes: [1], vendors: [9] }, own, config)!['clips']).to.equal(false);
    });
  });

  describe('is heard', () => {
    const yes = tcData({ purposes: [1, 8, 9, 10] });

    for (const [what, status, data] of [
      ['while its dialog is open', 'cmpuishown', yes],
      ['while it loads', undefined, yes],
      ['where the GDPR does not apply', 'tcloaded', { ...yes, gdprApplies: false }],
      ['where its string is of the global scope, which is invalid', 'tcloaded', { ...yes, isServiceSpecific: false }],
    ] as const) {
      it(`not ${what}`, () => {
        const cmp = new Cmp().load();
        start();
        cmp.tell(status, data);
        expect(reports).to.deep.equal([]);
      });
    }

    it('where it does not know whether the GDPR applies', () => {
      const cmp = new Cmp().load();
      start();
      cmp.tell('useractioncomplete', { ...yes, gdprApplies: undefined });
      expect(reports).to.deep.equal([[{ ...NOTHING, analytics: true }, undefined]]);
    });

    it('not where the call failed', () => {
      page.__tcfapi = (_command, _version, callback) => callback({ ...yes, eventStatus: 'tcloaded' }, false);
      start();
      expect(reports).to.deep.equal([]);
    });

    for (const [what, data] of [
      ['null', null],
      ['nothing but a status', { eventStatus: 'useractioncomplete' }],
      ['other types', { eventStatus: 'useractioncomplete', purpose: 'yes', vendor: 1, specialFeatureOptins: null }],
      [
        'numbers and texts for yes',
        { eventStatus: 'useractioncomplete', purpose: { consents: { 1: 1, 8: 'true', 9: 1, 10: 1 } } },
      ],
    ] as const) {
      it(`without a yes where it tells ${what}`, () => {
        page.__tcfapi = (_command, _version, callback) => callback(data, true);
        start();
        for (const [answers] of reports) expect(answers).to.deep.equal(NOTHING);
      });
    }

    it('without harm where it throws', () => {
      page.__tcfapi = () => {
        throw new Error('not ready');
      };
      expect(() => start()).not.to.throw();
      end();
      expect(reports).to.deep.equal([]);
    });

    it('once for the same answer, and again for each that changes', () => {
      const cmp = new Cmp().load();
      start();
      for (const purposes of [[1, 8, 9, 10], [1, 8, 9, 10], [1], [1, 8, 9, 10]]) {
        cmp.tell('cmpuishown', tcData({}));
        cmp.tell('useractioncomplete', tcData({ purposes }));
      }
      expect(reports.map(([{ analytics }]) => analytics)).to.deep.equal([true, false, true]);
    });
  });

  describe('that comes later', () => {
    const yes = tcData({ purposes: [1, 8, 9, 10] });
    const heard = [[{ ...NOTHING, analytics: true }, undefined]];

    it('is heard through the stub that stood there first', () => {
      const cmp = new Cmp().stub();
      start();
      cmp.load().tell('useractioncomplete', yes);
      expect(reports).to.deep.equal(heard);
    });

    for (const [what, target, type] of [
      ['is found as the document is parsed', document, 'DOMContentLoaded'],
      ['is found as the page has loaded', window, 'load'],
    ] as const) {
      it(what, () => {
        start();
        const cmp = new Cmp().stub();
        target.dispatchEvent(new Event(type));
        cmp.load().tell('useractioncomplete', yes);
        expect(reports).to.deep.equal(heard);
      });
    }

    it('has one listener, however often it is looked for', () => {
      const cmp = new Cmp().load();
      start();
      document.dispatchEvent(new Event('DOMContentLoaded'));
      window.dispatchEvent(new Event('load'));
      expect(cmp.listeners.size).to.equal(1);
    });

    it('is not looked for after the end', () => {
      start();
      end();
      const cmp = new Cmp().load();
      document.dispatchEvent(new Event('DOMContentLoaded'));
      window.dispatchEvent(new Event('load'));
      expect(cmp.listeners.size).to.equal(0);
    });
  });

  describe('is left', () => {
    it('with its own number', () => {
      const cmp = new Cmp().load();
      page.__tcfapi!('addEventListener', 2, () => {});
      start();
      expect([...cmp.listeners.keys()]).to.deep.equal([1, 2]);
      end();
      expect([...cmp.listeners.keys()]).to.deep.equal([1]);
      cmp.tell('useractioncomplete', tcData({ purposes: ALL_PURPOSES }));
      expect(reports).to.deep.equal([]);
    });

    it('also where the end comes before the platform has loaded', () => {
      const cmp = new Cmp().stub();
      start();
      end();
      cmp.load();
      expect(cmp.listeners.size).to.equal(0);
      cmp.tell('useractioncomplete', tcData({ purposes: ALL_PURPOSES }));
      expect(reports).to.deep.equal([]);
    });
  });

  describe('that has kept an answer', () => {
    const decisionOf = (granted: boolean, at: number): Decision => ({
      at,
      revision: 1,
      answers: new Map(
        ['functional', 'analytics', 'advertising', 'location'].map((id) => [id, { granted, at, revision: 1 }]),
      ),
    });
    const ALL = { purposes: ALL_PURPOSES, features: [1] };
    const YES = { functional: true, analytics: true, advertising: true, location: true };
    const ago = (days: number): number => TODAY - days * DAY;

    const kept = (consents: Consents, decision?: Decision): Report[] => {
      const cmp = new Cmp().load();
      start(undefined, {}, decision);
      cmp.tell('tcloaded', tcData(consents));
      return reports;
    };

    it('is taken from the day it was given, not from today', () => {
      expect(kept({ ...ALL, at: ago(40) })).to.deep.equal([[YES, ago(40)]]);
    });

    it('does not undo what was answered here on a later day', () => {
      expect(kept({ ...ALL, at: ago(40) }, decisionOf(false, ago(39)))).to.deep.equal([]);
      expect(kept({ at: ago(40) }, decisionOf(true, ago(39)))).to.deep.equal([]);
    });

    it('is taken where it is later than what was answered here', () => {
      expect(kept({ at: ago(1) }, decisionOf(true, ago(40)))).to.deep.equal([[NOTHING, ago(1)]]);
    });

    it('says nothing new on the next page', () => {
      expect(kept({ ...ALL, at: ago(40) }, decisionOf(true, ago(40)))).to.deep.equal([]);
      expect(kept({ ...ALL, at: NOW }, decisionOf(true, NOW))).to.deep.equal([]);
    });

    it('is a new answer once the visitor confirms it', () => {
      const cmp = new Cmp().load();
      start(undefined, {}, decisionOf(false, ago(1)));
      cmp.tell('tcloaded', tcData({ ...ALL, at: ago(40) }));
      expect(reports).to.deep.equal([]);
      cmp.tell('useractioncomplete', tcData(ALL));
      expect(reports).to.deep.equal([[YES, undefined]]);
    });

    it('of the same day as the answer here counts by its no alone, from now', () => {
      expect(kept({ purposes: [1, 8, 9, 10], at: ago(3) }, decisionOf(true, ago(3) + 60))).to.deep.equal([
        [{ functional: false, advertising: false, location: false }, undefined],
      ]);
      reports.length = 0;
      expect(kept({ ...ALL, at: ago(3) }, decisionOf(false, ago(3) + 60))).to.deep.equal([]);
    });

    for (const [what, tcString] of [
      ['no string', undefined],
      ['a string of another kind', 'abc'],
      ['a string of the future', tcStringOf(TODAY + 3 * DAY)],
    ] as const) {
      it(`without a time gives no yes: ${what}`, () => {
        const cmp = new Cmp().load();
        start();
        cmp.tell('tcloaded', { ...tcData(ALL), tcString });
        expect(reports).to.deep.equal([]);
      });
    }

    it('without a time still takes a yes back', () => {
      const cmp = new Cmp().load();
      start(undefined, {}, decisionOf(true, ago(3)));
      cmp.tell('tcloaded', { ...tcData({}), tcString: undefined });
      expect(reports).to.deep.equal([[NOTHING, undefined]]);
    });
  });

  it('never makes a yes without consent to storage, whatever it tells', () => {
    const numbers = fc.subarray(ALL_PURPOSES);
    fc.assert(
      fc.property(
        fc.anything(),
        fc.record({ purposes: numbers, interests: numbers, features: numbers, vendors: numbers, disclosed: numbers }),
        fc.constantFrom(
          'purpose',
          'vendor',
          'specialFeatureOptins',
          'publisher',
          'listenerId',
          'tcString',
          'gdprApplies',
        ),
        (anything, consents, key) => {
          const cmp = new Cmp().load();
          start(
            { vendors: { ads: 1 } },
            { categories: [{ id: 'advertising', services: [{ id: 'ads' }] }, { id: 'location' }] },
          );
          cmp.tell('useractioncomplete', { ...tcData(consents), [key]: anything });
          end();
          const hasStorage = consents.purposes.includes(1) && key !== 'purpose';
          const granted = reports.splice(0).flatMap(([answers]) => Object.values(answers));
          if (!hasStorage) expect(granted).not.to.include(true);
        },
      ),
    );
  });
});
