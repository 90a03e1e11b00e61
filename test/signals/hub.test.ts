import { expect } from 'chai';
import type { Signal } from '../../src/core/signal.js';
import { createHub } from '../../src/signals/hub.js';
import { FakeConsent } from '../helpers/fake-consent.js';

/** A signal that notes what it is told. */
function noting(id: string, more: Partial<Signal> = {}): Signal & { readonly told: string[] } {
  const told: string[] = [];
  return {
    id,
    told,
    start: () => {
      told.push('start');
      return () => void told.push('undo');
    },
    update: ({ granted }) => void told.push(`update ${granted('analytics')}`),
    ...more,
  };
}

const config = { categories: [{ id: 'analytics' }] };

describe('outside APIs', () => {
  const { error } = console;
  let complaints: string[];

  beforeEach(() => {
    complaints = [];
    console.error = (message: string) => complaints.push(message);
  });

  afterEach(() => {
    console.error = error;
  });

  it('hear what holds at once, and then of each decision', () => {
    const fake = new FakeConsent(config);
    const hub = createHub(fake.consent, () => {});
    const signal = noting('one');
    hub.connect(signal);
    expect(signal.told).to.deep.equal(['start']);
    fake.acceptAll();
    hub.update();
    fake.rejectAll();
    hub.update();
    expect(signal.told).to.deep.equal(['start', 'update true', 'update false']);
  });

  it('hear of an answer that is stored right after they started', () => {
    const fake = new FakeConsent(config);
    fake.acceptAll();
    const signal = noting('one');
    createHub(fake.consent, () => {}).connect(signal);
    expect(signal.told).to.deep.equal(['start', 'update true']);
  });

  it('hear nothing once they are disconnected, one or all', () => {
    const hub = createHub(new FakeConsent(config).consent, () => {});
    const [one, two] = [noting('one'), noting('two')];
    const disconnect = hub.connect(one);
    hub.connect(two);
    disconnect();
    hub.update();
    expect([one.told, two.told]).to.deep.equal([
      ['start', 'undo'],
      ['start', 'update false'],
    ]);
    hub.dispose();
    hub.update();
    expect(two.told.at(-1)).to.equal('undo');
  });

  it('are told although another throws, which is named', () => {
    const fail = (): never => {
      throw new Error('gone');
    };
    const hub = createHub(new FakeConsent(config).consent, () => {});
    const sound = noting('sound');
    for (const signal of [noting('starting', { start: fail }), noting('telling', { update: fail }), sound])
      hub.connect(signal);
    hub.update();
    expect(sound.told).to.deep.equal(['start', 'update false']);
    expect(complaints).to.deep.equal(['Candor: the signal starting failed', 'Candor: the signal telling failed']);
  });

  it('may do no more than listen', () => {
    const reports: unknown[] = [];
    const hub = createHub(new FakeConsent(config).consent, (...report) => reports.push(report));
    hub.connect({ id: 'listener', start: (_consent, report) => report({ analytics: true }, 5) });
    hub.update();
    expect(reports).to.deep.equal([[{ analytics: true }, 5]]);
    expect(complaints).to.deep.equal([]);
  });
});
