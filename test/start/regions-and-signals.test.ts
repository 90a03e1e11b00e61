import { expect } from 'chai';
import type { ChangeDetail } from '../../src/core/change.js';
import type { Config } from '../../src/core/config.js';
import type { Consent } from '../../src/core/consent.js';
import type { Report, Signal } from '../../src/core/signal.js';
import '../../src/index.js';
import { start, type ConsentOptions } from '../../src/start.js';
import { clearStorage } from '../helpers/storage.js';
import { until } from '../helpers/until.js';

const config: Config = {
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'counter' }, { id: 'seller', sale: true }] },
    { id: 'advertising' },
    { id: 'location' },
    { id: 'sharing' },
  ],
  layout: { reopen: 'none' },
};
const now = (): number => Math.floor(Date.now() / 1000);

let consent: Consent;
let errors: unknown[][] = [];
const { error } = console;

function begin(options: ConsentOptions = {}, source: unknown = config): Consent {
  window.candor?.destroy();
  return (consent = start(source, { manual: true, ...options }));
}

const granted = (): string[] => Object.keys(consent.choices).filter((id) => consent.granted(id));

/** A signal that notes what it is told. */
function noting(): Signal & { readonly told: string[]; report?: Report } {
  const signal: Signal & { told: string[]; report?: Report } = {
    id: 'noting',
    told: [],
    start: ({ decision }, report) => {
      signal.report = report;
      signal.told.push(`start ${decision.at > 0}`);
      return () => void signal.told.push('undo');
    },
    update: () => void signal.told.push(`update ${granted().join(' ')}`),
  };
  return signal;
}

beforeEach(async () => {
  await clearStorage();
  errors = [];
  console.error = (...args: unknown[]) => void errors.push(args);
});

afterEach(async () => {
  window.candor?.destroy();
  console.error = error;
  await clearStorage();
});

describe('a visitor where one opts out', () => {
  it('is asked nothing, and has what the law allows', () => {
    begin({ region: 'us-ca', manual: false });
    expect(consent.region).to.equal('US-CA');
    expect(consent.preset.id).to.equal('us-ca');
    expect(consent.isGuess).to.equal(false);
    expect(granted()).to.deep.equal(['necessary', 'analytics', 'counter', 'seller', 'advertising']);
    expect(consent.pending).to.deep.equal([]);
    expect(document.querySelector('candor-banner')).to.equal(null);
  });

  it('who opts out stays out on the next page, and it is recorded as an objection', async () => {
    begin({ region: 'US-CA' }).rejectAll();
    await until(() => consent.record);
    expect(
      consent.record!.purposes.map(({ id, kind, state, legalBasis }) => [id, kind, state, legalBasis.basis]),
    ).to.deep.equal([
      ['necessary', 'necessary', 'necessary', 'necessary'],
      ['analytics', 'opt-out', 'objected', 'opt-out'],
      ['advertising', 'opt-out', 'objected', 'opt-out'],
      ['location', 'consent', 'refused', 'consent'],
    ]);
    begin({ region: 'US-CA' });
    expect(granted()).to.deep.equal(['necessary']);
  });

  for (const text of ['rubbish', 'v=2&x=1', `v=1&at=${now() + 9e6}&rev=1&yes=analytics&no=`]) {
    it(`has nothing while a stored decision cannot be read: ${text}`, () => {
      document.cookie = `candor=${text}; Path=/`;
      begin({ region: 'US-CA' });
      expect(granted()).to.deep.equal(['necessary']);
      begin({ region: 'US-CA' }).update({ analytics: true });
      expect(consent.granted('analytics')).to.equal(true);
    });
  }

  it('keeps what it has when another tab leaves a note, or something to deliver', () => {
    sessionStorage.setItem('candor', 'analytics');
    localStorage.setItem('candor', 'unsent');
    begin({ region: 'US-CA' });
    expect(consent.granted('analytics')).to.equal(true);
    expect(consent.decision.at).to.equal(0);
  });
});

describe('a region that is not given', () => {
  it('is guessed, and the site’s rules do not loosen what the guess says', () => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype;
    Intl.DateTimeFormat.prototype.resolvedOptions = function (this: Intl.DateTimeFormat) {
      return { ...resolvedOptions.call(this), timeZone: 'Asia/Shanghai' };
    };
    begin({}, { ...config, regions: [{ match: ['CN'], preset: 'us-other' }] });
    Intl.DateTimeFormat.prototype.resolvedOptions = resolvedOptions;
    expect([consent.region, consent.isGuess, consent.preset.id, consent.preset.model]).to.deep.equal([
      'CN',
      true,
      'cn',
      'opt-in',
    ]);
    expect(granted()).to.deep.equal(['necessary']);
  });

  it('may stand in a config that a server writes for each visitor; what the page says comes first', () => {
    begin({}, { ...config, region: 'US-CA' });
    expect([consent.region, consent.isGuess, consent.preset.id]).to.deep.equal(['US-CA', false, 'us-ca']);
    begin({ region: 'DE' }, { ...config, region: 'US-CA' });
    expect(consent.preset.id).to.equal('eea');
  });

  it('is not in the record as a fact', async () => {
    begin().rejectAll();
    await until(() => consent.record);
    expect(consent.record!.context.region).to.equal(null);
  });
});

describe('the opt-out signal of the browser', () => {
  it('turns off what is sold, from the start, and is recorded once', async () => {
    begin({ region: 'US-CA', gpc: true });
    expect(granted()).to.deep.equal(['necessary', 'analytics', 'counter']);
    expect(consent.signalled).to.deep.equal(['seller', 'advertising']);
    await until(() => consent.record);
    const { event, context, purposes } = consent.record!;
    expect([event.state, event.method, context.signals.gpc]).to.deep.equal(['signal', 'signal', true]);
    expect(purposes.find(({ id }) => id === 'advertising')).to.include({ granted: false, state: 'signal' });
    begin({ region: 'US-CA', gpc: true });
    // Whatever follows is recorded after what is noted at the start.
    consent.update({ location: true });
    await until(() => consent.record!.event.method === 'update');
    expect(consent.exportRecords().map((record) => record.event.state)).to.deep.equal(['signal', 'given']);
  });

  it('is honoured where it is asked before, too: Accept all does not reach what it denies', async () => {
    begin({ region: 'DE', gpc: true });
    expect(consent.pending).to.deep.equal(['analytics', 'location']);
    consent.acceptAll();
    await until(() => consent.record);
    expect(granted()).to.deep.equal(['necessary', 'analytics', 'counter', 'location']);
    expect(consent.pending).to.deep.equal([]);
  });

  it('leaves no switch behind in an update of the page, and gives way to the panel’s Save', async () => {
    begin({ region: 'DE', gpc: true }).update({ advertising: true });
    await until(() => consent.decision.at);
    expect(consent.granted('advertising')).to.equal(false);
    consent.update({ advertising: true, seller: true }, { method: 'save' });
    expect(granted()).to.include.members(['advertising', 'seller']);
    expect(consent.signalled).to.deep.equal([]);
    expect(document.cookie).to.match(/advertising!/);
    begin({ region: 'DE', gpc: true });
    expect(granted()).to.include.members(['advertising', 'seller']);
  });

  it('nothing is recorded on the device for a page that keeps nothing there', async () => {
    begin({ region: 'US-CA', gpc: true, storage: 'memory' });
    await until(() => consent.record);
    expect(localStorage.length).to.equal(0);
  });
});

describe('signals', () => {
  it('hear what holds, then of each decision once, before the page does; and nothing of what is told', async () => {
    const signal = noting();
    begin({ signals: [signal] });
    expect(signal.told).to.deep.equal(['start false']);
    const order: string[] = [];
    document.addEventListener('candor-change', () => order.push(`change after ${signal.told.length}`), { once: true });
    consent.acceptAll();
    await until(() => order.length);
    expect(order).to.deep.equal(['change after 2']);
    consent.update({}, { method: 'told' });
    await consent.show('preferences');
    consent.hide();
    expect(signal.told).to.have.length(2);
    consent.withdraw();
    expect(signal.told.at(-1)).to.equal('update necessary');
    consent.destroy();
    expect(signal.told.at(-1)).to.equal('undo');
  });

  it('are connected by the config, at once for those at hand, and not again by previews', () => {
    const signal = noting();
    begin({ signals: ({ signals }) => (signals ? [signal] : []) }, { ...config, signals: {} });
    expect(signal.told).to.deep.equal(['start false']);
    consent.replaceConfig({ ...config, signals: {} });
    expect(signal.told).to.deep.equal(['start false']);
  });

  it('of the config are fetched where the page brings none', async () => {
    const page = window as unknown as { dataLayer?: unknown[] };
    begin({}, { ...config, signals: { googleConsentMode: true } });
    await until(() => page.dataLayer?.length);
    delete page.dataLayer;
  });

  it('of a page’s own hear at any time what is stored', () => {
    document.cookie = `candor=v=1&at=${now()}&rev=1&yes=analytics&no=advertising.location; Path=/`;
    begin();
    const signal = noting();
    const disconnect = consent.connect(signal);
    expect(signal.told).to.deep.equal(['start true', 'update necessary analytics counter seller']);
    disconnect();
    consent.rejectAll();
    expect(signal.told.at(-1)).to.equal('undo');
  });
});

describe('answers that somebody else reports', () => {
  it('are taken in as of when they were given, and nobody is asked again for them', async () => {
    const signal = noting();
    begin({ signals: [signal], manual: false });
    const heard: ChangeDetail[] = [];
    document.addEventListener('candor-change', ({ detail }) => heard.push(detail), { once: true });
    const at = now() - 10 * 86_400;
    signal.report!({ analytics: true, advertising: false, location: false, nobody: true }, at);
    await until(() => heard.length);
    expect(heard[0]!.method).to.equal('import');
    expect(granted()).to.deep.equal(['necessary', 'analytics', 'counter', 'seller']);
    expect(consent.pending).to.deep.equal([]);
    expect(consent.decision.answers.get('analytics')!.at).to.equal(at);
    expect(consent.decision.answers.has('nobody')).to.equal(false);
    expect(document.querySelector('candor-banner')).to.equal(null);
    expect(errors).to.deep.equal([]);
  });

  it('that have run out are no answers', async () => {
    const signal = noting();
    begin({ signals: [signal] });
    signal.report!({ analytics: true }, now() - 1000 * 86_400);
    await until(() => consent.decision.answers.size);
    expect(consent.granted('analytics')).to.equal(false);
    expect(consent.pending).to.include('analytics');
  });

  it('do not replace a later answer given here, and leave the others alone', async () => {
    const signal = noting();
    begin({ signals: [signal] }).update({ analytics: false });
    await until(() => consent.decision.at);
    signal.report!({ analytics: true, location: true }, now() - 3600);
    await until(() => consent.granted('location'));
    expect(consent.granted('analytics')).to.equal(false);
  });

  it('never bring a yes that needs a step of its own, or that the browser’s signal denies', async () => {
    const signal = noting();
    begin({ signals: [signal], gpc: true });
    signal.report!({ sharing: true, advertising: true, analytics: true });
    await until(() => consent.granted('analytics'));
    expect(granted()).to.deep.equal(['necessary', 'analytics', 'counter']);
  });
});
