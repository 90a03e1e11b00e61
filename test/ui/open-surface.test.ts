import { expect } from 'chai';
import type { Messages } from '../../src/core/consent.js';
import { open as openBanner } from '../../src/ui/banner/open.js';
import { open as openPanel } from '../../src/ui/preferences/open.js';
import { FakeConsent } from '../helpers/fake-consent.js';
import { until } from '../helpers/until.js';

describe('opening a surface', () => {
  let told: string[];
  const tell = (event: Event): void => void told.push(event.type);
  const types = ['candor-request', 'candor-show', 'candor-hide'];

  beforeEach(() => {
    told = [];
    for (const type of types) document.addEventListener(type, tell);
  });

  afterEach(() => {
    for (const type of types) document.removeEventListener(type, tell);
    for (const tag of ['candor-banner', 'candor-preferences']) document.querySelector(tag)?.remove();
  });

  it('tells that it asks, that it is there, and that it is gone', async () => {
    const fake = new FakeConsent();
    await openBanner(fake.consent);
    fake.rejectAll();
    expect(told).to.deep.equal(['candor-request', 'candor-show', 'candor-hide']);
  });

  it('leaves no more listeners behind the second time', async () => {
    const fake = new FakeConsent();
    await openBanner(fake.consent);
    fake.rejectAll();
    const { listening } = fake;
    await openBanner(fake.consent);
    expect(fake.listening).to.be.greaterThan(listening);
    fake.rejectAll();
    expect(fake.listening).to.equal(listening);
  });

  it('lets the panel stand while one id is answered above it, and closes it with any other decision', async () => {
    const fake = new FakeConsent({ categories: [{ id: 'sharing' }] }, { allows: ['sharing'] });
    await openPanel(fake.consent);
    const panel = document.querySelector('candor-preferences')!;
    expect(await fake.request('sharing')).to.equal(true);
    expect([panel.open, fake.pending.length]).to.deep.equal([true, 0]);
    fake.withdraw();
    expect(panel.open).to.equal(false);
  });

  it('is given up when the answer comes while its texts are on their way, and can be had later', async () => {
    let arrive = (_messages: Messages): void => {};
    const texts = new Promise<Messages>((resolve) => (arrive = resolve));
    const fake = new FakeConsent({}, { locale: 'zh-Hans', messages: () => texts });
    const opened = openBanner(fake.consent);
    await until(() => told.length);
    fake.rejectAll();
    arrive({});
    await opened;
    expect(told).to.deep.equal(['candor-request']);

    await openBanner(fake.consent);
    expect(told).to.deep.equal(['candor-request', 'candor-request', 'candor-show']);
  });
});
