/** The records of what is decided on a page: what is in them, and what is not. */
import { expect } from 'chai';
import type { ChangeDetail } from '../../src/core/change.js';
import type { Config } from '../../src/core/config.js';
import type { Consent } from '../../src/core/consent.js';
import type { ConsentRecord } from '../../src/core/record.js';
import '../../src/index.js';
import '../../src/define.js';
import { recordExpiry } from '../../src/proof.js';
import { start, type ConsentOptions } from '../../src/start.js';
import { createModel } from '../../src/core/model.js';
import { decode } from '../../src/core/cookie-codec.js';
import { clearStorage, forbidLocalStorage, tellStored } from '../helpers/storage.js';
import { answered, until } from '../helpers/until.js';

const config: Config = {
  controller: { name: 'Shop Ltd.', privacyPolicy: '/privacy', policyVersion: '2.0' },
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'posthog' }] },
    { id: 'social' },
    { id: 'sharing' },
  ],
  layout: { reopen: 'none' },
};
const DAY = 86_400;
const now = (): number => Math.floor(Date.now() / 1000);

let heard: ChangeDetail[] = [];
let endListening = new AbortController();
const { error, warn } = console;
let complaints: unknown[][] = [];

function begin(options: ConsentOptions = {}, source: Config = config): Consent {
  return start(source, { manual: true, ...options });
}

/** SHA-256 in hexadecimal, by the browser. */
async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const press = async (surface: string, action: string): Promise<void> => {
  const find = (): HTMLElement | null | undefined =>
    document.querySelector(surface)?.shadowRoot?.querySelector<HTMLElement>(`[data-consent-action="${action}"]`);
  await until(find);
  find()!.click();
  await answered();
};
const states = (records: readonly ConsentRecord[]): string[] => records.map(({ event }) => event.state);

beforeEach(async () => {
  await clearStorage();
  heard = [];
  complaints = [];
  console.error = console.warn = (...args: unknown[]) => void complaints.push(args);
  endListening = new AbortController();
  document.addEventListener('candor-change', ({ detail }) => heard.push(detail), { signal: endListening.signal });
});

afterEach(async () => {
  window.candor?.destroy();
  endListening.abort();
  Object.assign(console, { error, warn });
  await clearStorage();
});

describe('the record of a decision', () => {
  it('is there when the decision is told, and is the latest on the device', () => {
    const consent = begin();
    expect(consent.record).to.equal(undefined);
    expect(consent.exportRecords()).to.deep.equal([]);
    consent.acceptAll();
    expect(heard).to.have.length(1);
    expect(heard[0]!.record).to.deep.equal(consent.record);
    expect(consent.exportRecords()).to.deep.equal([consent.record]);
    expect(consent.record!.event).to.include({ state: 'given', method: 'accept-all', surface: 'api', trusted: false });
    expect(consent.record!.notice.text).to.equal(null);
    expect(complaints).to.deep.equal([]);
  });

  it('is added to those before it, and a withdrawal takes none away', () => {
    const consent = begin();
    consent.acceptAll();
    consent.update({ social: false });
    consent.withdraw();
    const records = consent.exportRecords();
    expect(states(records)).to.deep.equal(['given', 'withdrawn', 'withdrawn']);
    expect(records.map(({ previousReceiptId }) => previousReceiptId)).to.deep.equal([
      null,
      records[0]!.receiptId,
      records[1]!.receiptId,
    ]);
    expect(new Set(records.map(({ receiptId }) => receiptId)).size).to.equal(3);
  });

  it('is not made where nothing is answered', () => {
    const consent = begin();
    consent.update({ nobody: true });
    expect(heard[0]!.record).to.equal(undefined);
    expect(consent.exportRecords()).to.deep.equal([]);
  });

  it('is read by the next page', () => {
    begin().acceptAll();
    const { record } = window.candor!;
    window.candor!.destroy();
    expect(begin().record).to.deep.equal(record);
  });

  it('is kept in memory where the page keeps nothing on the device', () => {
    const consent = begin({ storage: 'memory' });
    consent.acceptAll();
    expect(consent.record!.event.state).to.equal('given');
    expect(localStorage).to.have.length(0);
  });

  it('is kept in memory where storage is refused', () => {
    const end = forbidLocalStorage();
    try {
      const consent = begin();
      consent.acceptAll();
      consent.withdraw();
      expect(states(consent.exportRecords())).to.deep.equal(['given', 'withdrawn']);
      expect(complaints).to.deep.equal([]);
    } finally {
      end();
    }
  });

  it('has an id also where a page has no certificate', () => {
    const { randomUUID } = crypto;
    Object.defineProperty(crypto, 'randomUUID', { configurable: true, value: undefined });
    try {
      const consent = begin();
      consent.acceptAll();
      consent.withdraw();
      const [first, second] = consent.exportRecords();
      expect(first!.receiptId).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(first!.receiptId).not.to.equal(second!.receiptId);
    } finally {
      Object.defineProperty(crypto, 'randomUUID', { configurable: true, value: randomUUID });
    }
  });

  it('says that a page’s own button was pressed by a person only where a person did', () => {
    const consent = begin();
    const button = document.createElement('button');
    button.onclick = () => consent.acceptAll();
    document.body.append(button);
    button.click();
    button.remove();
    expect(consent.record!.event).to.include({ surface: 'api', trusted: false, type: 'regular' });
  });

  it('stops no decision when it cannot be made', () => {
    const consent = begin();
    const { stringify } = JSON;
    JSON.stringify = () => {
      throw new Error('broken');
    };
    try {
      consent.rejectAll();
    } finally {
      JSON.stringify = stringify;
    }
    expect(consent.pending).to.deep.equal([]);
    expect(heard[0]!.record).to.equal(undefined);
    expect(complaints).to.have.length(1);
  });
});

describe('the text in a record', () => {
  it('is what stood on the banner that was answered, hashed', async () => {
    const consent = begin({ locale: 'en' });
    await consent.show('banner');
    const { shadowRoot } = document.querySelector('candor-banner')!;
    const said = shadowRoot!.textContent.replace(/\s+/g, '');
    // What a screen reader is told repeats what stands there.
    await until(() => shadowRoot!.querySelector('[role=status]')?.textContent);
    await press('candor-banner', 'reject-all');
    const { event, notice } = consent.record!;
    expect(event).to.include({ surface: 'banner', method: 'reject-all', state: 'refused' });
    expect(notice.text!.replace(/\s+/g, '')).to.equal(said);
    expect(notice.text!.split('\n')).to.include.members(['Your data, your choice', 'Reject all', 'Accept all']);
    expect(notice.text).not.to.match(/[^\S\n]{2}|^\s|\s$/);
    expect(notice.textSha256).to.equal(await hashOf(notice.text!));
    expect(notice).to.include({ language: 'en', policyUrl: '/privacy', policyVersion: '2.0' });
  });

  it('is in the language that was spoken', async () => {
    const consent = begin({ locale: 'zh-CN' });
    await consent.show('banner');
    await press('candor-banner', 'accept-all');
    expect(consent.record!.notice.language).to.equal('zh-Hans');
    expect(consent.record!.notice.text!.split('\n')).to.include('全部同意');
  });

  it('is what stood in the panel when it was saved, switches included', async () => {
    const consent = begin({ locale: 'en' });
    await consent.show('preferences');
    const panel = document.querySelector('candor-preferences')!;
    panel.renderRoot.querySelector<HTMLElement>('[data-consent-category="social"]')!.click();
    await panel.updateComplete;
    await press('candor-preferences', 'save');
    const { event, notice } = consent.record!;
    expect(event).to.include({ surface: 'preferences', method: 'save', state: 'partial' });
    expect(notice.text!.split('\n')).to.include.members(['Social media', 'On', 'Off', 'Save choices']);
    expect(notice.textSha256).to.equal(await hashOf(notice.text!));
  });

  it('is what stood in the dialog of a separate consent', async () => {
    const consent = begin({ locale: 'en' });
    const asked = consent.request('sharing', { trigger: 'visitor' });
    await press('candor-request', 'allow');
    expect(await asked).to.equal(true);
    const { event, notice, purposes } = consent.record!;
    expect(event).to.include({ surface: 'request', method: 'request', state: 'given', type: 'separate' });
    expect(purposes.map(({ id, granted }) => [id, granted])).to.deep.equal([['sharing', true]]);
    expect(notice.text).to.contain('Sharing with others');
  });

  it('is what stood in the place of an embed', async () => {
    const consent = begin({ locale: 'en' });
    document.body.insertAdjacentHTML(
      'beforeend',
      '<candor-embed consent="social" label="Film"><template><p>film</p></template></candor-embed>',
    );
    const embed = document.querySelector('candor-embed')!;
    const placeholder = (): Element | null | undefined => embed.shadowRoot?.querySelector('candor-placeholder');
    const button = (): HTMLElement | null | undefined =>
      placeholder()?.shadowRoot?.querySelector<HTMLElement>('[data-consent-action="always-allow"], .open');
    await until(button);
    button()!.click();
    if (!consent.record) {
      await until(() => placeholder()?.shadowRoot?.querySelector('dialog[open]'));
      placeholder()!.shadowRoot!.querySelector<HTMLElement>('[data-consent-action="always-allow"]')!.click();
    }
    embed.remove();
    expect(consent.record!.event).to.include({ surface: 'embed', method: 'update', state: 'given' });
    expect(consent.record!.notice.text).to.contain('Film').and.contain('Always allow');
  });

  it('is that of no surface when the page decides, also after a click in one', async () => {
    const consent = begin({ locale: 'en' });
    await consent.show('preferences');
    const panel = document.querySelector('candor-preferences')!;
    panel.renderRoot.querySelector<HTMLElement>('[data-consent-category="social"]')!.click();
    await panel.updateComplete;
    consent.update({ analytics: true });
    expect(consent.record!.event.surface).to.equal('api');
    expect(consent.record!.notice.text).to.equal(null);
  });
});

describe('what never stands in a record', () => {
  it('is who the visitor is: no browser, no address, no page', async () => {
    const { href } = location;
    history.replaceState(null, '', '/secret/path?secret=query#secret-of-the-page');
    try {
      const consent = begin({ locale: 'en' }, { ...config, records: { url: 'data:,' } });
      await consent.show('banner');
      await press('candor-banner', 'accept-all');
      consent.withdraw();
      const text = JSON.stringify(consent.exportRecords());
      for (const [what, secret] of [
        ['the browser', navigator.userAgent],
        ['the engine', 'Mozilla'],
        ['the page', location.href],
        ['the path', location.pathname],
        ['any of its parts', 'secret'],
        ['the host', location.host],
        ['the screen', `${screen.width}x${screen.height}`],
      ] as const) {
        expect(text, what).not.to.contain(secret);
      }
      expect(text, 'an IP address').not.to.match(/\b\d{1,3}(\.\d{1,3}){3}\b/);
      const keys = [...text.matchAll(/"(\w+)":/g)].map(([, key]) => key!.toLowerCase());
      expect(keys.filter((key) => /^ip$|agent|useragent|cookie|fingerprint|referrer|screen/.test(key))).to.deep.equal(
        [],
      );
    } finally {
      history.replaceState(null, '', href);
    }
  });

  it('is an id of the visitor, unless the records are delivered; then it is random and the same', () => {
    const consent = begin();
    consent.acceptAll();
    expect(consent.record!.subject.id).to.equal(null);
    consent.destroy();
    const other = begin({}, { ...config, records: { url: 'data:,' } });
    other.acceptAll();
    other.withdraw();
    const [, second, third] = other.exportRecords();
    expect(second!.subject.id).to.match(/^[0-9a-f-]{36}$/);
    expect(third!.subject.id).to.equal(second!.subject.id);
    expect(document.cookie).not.to.contain(second!.subject.id!);
  });
});

describe('other tabs', () => {
  it('hear of a decision and record nothing', () => {
    const consent = begin();
    const text = `v=1&at=${now()}&rev=1&yes=analytics.social&no=`;
    tellStored('candor', text);
    expect(consent.granted('social')).to.equal(true);
    expect(heard).to.have.length(1);
    expect(heard[0]!.record).to.equal(undefined);
    expect(consent.exportRecords()).to.deep.equal([]);
  });
});

describe('an answer that has run out', () => {
  const cookie = (at: number): string => `candor=v=1&at=${at}&rev=1&yes=analytics&no=social; path=/`;

  it('is recorded once, by whichever page comes first, of the moment when it ran out', async () => {
    const at = now() - 200 * DAY;
    document.cookie = cookie(at);
    const consent = begin();
    await until(() => consent.record);
    const { event, purposes } = consent.record!;
    expect(event).to.include({ state: 'expired', method: 'expired', surface: 'none', trusted: false });
    expect(Date.parse(event.time)).to.equal((at + 184 * DAY) * 1000);
    expect(
      purposes.filter(({ answered }) => answered).map(({ id, granted, state }) => [id, granted, state]),
    ).to.deep.equal([
      ['analytics', false, 'expired'],
      ['social', false, 'expired'],
    ]);
    consent.destroy();
    const next = begin();
    dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(next.exportRecords()).to.have.length(1);
    next.rejectAll();
    expect(states(next.exportRecords())).to.deep.equal(['expired', 'refused']);
  });

  it('is the same record in two tabs that notice at the same moment', async () => {
    document.cookie = cookie(now() - 200 * DAY);
    const consent = begin();
    await until(() => consent.record);
    const first = consent.exportRecords();
    localStorage.removeItem('candor-records');
    const decision = decode(document.cookie.replace('candor=', ''), now())!;
    recordExpiry(consent, createModel(config, consent.preset, now()), decision);
    expect(consent.exportRecords()).to.deep.equal(first);
  });

  it('is no refusal, no withdrawal and no yes', async () => {
    document.cookie = cookie(now() - 200 * DAY);
    const consent = begin();
    await until(() => consent.record);
    expect(consent.choices).to.include({ analytics: false, social: false });
    expect(consent.pending).to.deep.equal(['analytics', 'social']);
  });
});

describe('a guardian’s answer', () => {
  it('is recorded once it counts, with who gave it and on which text, though another stands there by then', async () => {
    const consent = begin({ region: 'CN' });
    consent.setSubject({ age: 9 });
    await consent.show('guardian');
    const { shadowRoot } = document.querySelector('candor-guardian')!;
    const tick = (name: string): void =>
      void (shadowRoot!.querySelector<HTMLInputElement>(`[name=${name}]`)!.checked = true);
    tick('relation');
    tick('declaration');
    await press('candor-guardian', 'accept-all');
    await until(() => shadowRoot!.textContent.includes('Nothing is on yet'));
    expect(consent.record).to.equal(undefined);

    consent.setSubject({ guardian: 'verified' });
    await until(() => consent.record?.event.surface === 'guardian');
    const { event, subject, notice, purposes } = consent.record!;
    expect(subject).to.deep.equal({ id: null, guardian: 'parent' });
    expect(event).to.include({ state: 'given', method: 'accept-all', trusted: false });
    expect(notice.text).to.include('I declare that I am responsible for this child');
    expect(notice.text).not.to.include('Nothing is on yet');
    expect(purposes.filter(({ answered }) => answered).map(({ id, granted }) => [id, granted])).to.deep.equal([
      ['analytics', true],
      ['social', true],
    ]);

    // What is decided otherwise is nobody's but the visitor's.
    consent.update({ social: false });
    expect(consent.record!.subject.guardian).to.equal(null);
  });
});

describe('a signal that changes what is allowed', () => {
  it('is recorded once, however often it comes, and says nothing of the visitor', async () => {
    const consent = begin({ region: 'CN' });
    consent.acceptAll();
    consent.setSubject({ age: 12 });
    await until(() => consent.record?.event.state === 'signal');
    const { event, purposes, subject } = consent.record!;
    expect(event).to.include({ type: 'regular', method: 'signal', surface: 'api', trusted: false });
    expect(purposes.map(({ id, granted, state, answered }) => [id, granted, state, answered])).to.deep.equal([
      ['necessary', true, 'necessary', false],
      ['analytics', false, 'signal', false],
      ['social', false, 'signal', false],
    ]);
    expect(purposes[1]!.answeredAt, 'the answer itself stands').to.be.a('string');
    expect(subject).to.deep.equal({ id: null, guardian: null });
    expect(JSON.stringify(consent.record)).not.to.match(/child|minor|\bage\b/);

    consent.destroy();
    const next = begin({ region: 'CN' });
    next.setSubject({ age: 12 });
    await new Promise((resolve) => setTimeout(resolve));
    expect(states(next.exportRecords())).to.deep.equal(['given', 'signal']);
    next.setSubject({ age: 30 });
    await until(() => next.exportRecords().length === 3);
    expect(next.record!.purposes.map(({ granted, state }) => [granted, state])).to.deep.equal([
      [true, 'necessary'],
      [true, 'signal'],
      [true, 'signal'],
    ]);
  });
});

describe('a change that only tells', () => {
  it('is recorded as shown, with the words, and nothing else', async () => {
    document.cookie = `candor=v=1&at=${now() - DAY}&rev=1&yes=analytics&no=social; path=/`;
    const told = { en: 'PostHog moved to Ireland.' };
    const consent = start(
      { ...config, revision: 2, changes: [{ revision: 2, ids: ['posthog'], effect: 'tell', text: told }] },
      { region: 'DE' },
    );
    await until(() => consent.record);
    const { event, purposes, notice } = consent.record!;
    expect(event).to.include({ state: 'shown', method: 'shown', surface: 'notice', trusted: false });
    expect(purposes.map(({ id, state, answered, revision }) => [id, state, answered, revision])).to.deep.equal([
      ['analytics', 'shown', false, 1],
    ]);
    expect(notice.text).to.include(told.en);
    expect(notice.textSha256).to.equal(await hashOf(notice.text!));
    expect(heard).to.deep.equal([]);
    consent.destroy();
    begin({}, consent.config);
    expect(window.candor!.exportRecords()).to.have.length(1);
  });
});
