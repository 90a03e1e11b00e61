import { expect } from 'chai';
import type { Messages } from '../../src/core/consent.js';
import { open as openBanner } from '../../src/ui/banner/open.js';
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
    document.querySelector('candor-banner')?.remove();
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
