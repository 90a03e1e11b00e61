/** What the banner and the panel say of changes. */
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Category, Change, Config } from '../../src/core/config.js';
import type { SurfaceName } from '../../src/core/consent.js';
import { DAY } from '../../src/core/decide.js';
import type { Answer, Decision } from '../../src/core/decision.js';
import { open as openBanner } from '../../src/ui/banner/open.js';
import '../../src/ui/notice/open.js';
import { open as openPanel } from '../../src/ui/preferences/open.js';
import { explaining } from '../../src/ui/shared/explanation.js';
import { expectAccessible } from '../helpers/axe.js';
import { FakeConsent, type FakeOptions } from '../helpers/fake-consent.js';
import { answered, until } from '../helpers/until.js';

const now = Math.floor(Date.now() / 1000);

const decisionOf = (answers: Record<string, boolean | Partial<Answer>>, days = 10): Decision => {
  const at = now - days * DAY;
  const entries = Object.entries(answers).map(
    ([id, given]) =>
      [id, { at, revision: 1, granted: true, ...(typeof given === 'object' ? given : { granted: given }) }] as const,
  );
  return { at, revision: 1, answers: new Map(entries) };
};

const MEASURING: Category[] = [
  { id: 'necessary' },
  {
    id: 'analytics',
    services: [
      { id: 'posthog', name: 'PostHog' },
      { id: 'mixpanel', name: 'Mixpanel', since: 2 },
    ],
  },
];

const MIXPANEL: Change = {
  revision: 2,
  ids: ['mixpanel'],
  effective: '2026-03-01',
  text: { en: 'Mixpanel measures visits, too.', 'zh-Hans': '新增 Mixpanel 统计访问。' },
};

const COMING: Change = {
  revision: 2,
  ids: ['analytics'],
  effective: '2099-12-01',
  text: 'Visits will be kept longer.',
};

const siteOf = (revision: number, changes: Change[], categories = MEASURING): Config => ({
  controller: { name: 'Shop', privacyPolicy: '/privacy' },
  revision,
  changes,
  categories,
});

const NEW_SERVICE = siteOf(2, [MIXPANEL]);
const POSTHOG = decisionOf({ analytics: true });

let fake: FakeConsent;
/** Parts that were fetched. */
let loaded: string[] = [];

const surface = (): HTMLElementTagNameMap['candor-banner'] | HTMLElementTagNameMap['candor-preferences'] =>
  document.querySelector<HTMLElementTagNameMap['candor-banner']>('candor-banner[open], candor-preferences[open]')!;
const action = (name: string): HTMLButtonElement =>
  surface().renderRoot.querySelector<HTMLButtonElement>(`[data-consent-action="${name}"]`)!;
const text = (element: Element | null | undefined): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const title = (): string => text(surface().renderRoot.querySelector('h2'));
const reasons = (): string[] => [...surface().renderRoot.querySelectorAll('[part=change]')].map(text);

async function show(
  config: Config,
  options: FakeOptions = {},
  name: Exclude<SurfaceName, 'notice'> = 'banner',
  load: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  fake = new FakeConsent(config, options);
  await (name === 'banner' ? openBanner : openPanel)(fake.consent, undefined, (part) => {
    loaded.push(part);
    return load();
  });
}

describe('a surface that asks', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  beforeEach(() => {
    loaded = [];
    return setViewport({ width: 1024, height: 768 });
  });
  afterEach(async () => {
    fake.dispatchEvent(new CustomEvent('dismiss'));
    fake.dispatchEvent(new CustomEvent('destroy'));
    document.querySelectorAll('candor-banner, candor-preferences').forEach((element) => element.remove());
    await setViewport({ width: 1024, height: 768 });
  });
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  for (const name of ['banner', 'preferences'] as const) {
    for (const locale of ['en', 'zh-Hans']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        it(`passes the accessibility audit with its reasons: ${name}, ${locale}, ${colorScheme}`, async () => {
          await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await show(NEW_SERVICE, { locale, decision: POSTHOG }, name);
          expect(reasons().length).to.be.greaterThan(0);
          await expectAccessible(surface());
          await emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        });
      }
    }
  }

  describe('again, for a service that is new', () => {
    it('says which, why and since when, and that the rest stands', async () => {
      await show(NEW_SERVICE, { decision: POSTHOG });
      expect(title()).to.equal('Changes to our data use');
      expect(reasons()).to.deep.equal([
        'MixpanelSince 1 March 2026: Mixpanel measures visits, too.',
        'Your other answers stand.',
      ]);
      expect([text(action('reject-all')), text(action('accept-all'))]).to.deep.equal(['Reject new', 'Accept new']);
    });

    it('says it in Chinese, and in English when that is wanted', async () => {
      await show(NEW_SERVICE, { decision: POSTHOG, locale: 'zh-Hans', locales: ['en', 'zh-Hans'] });
      expect(title()).to.equal('数据使用变更说明');
      expect(reasons()).to.deep.equal(['Mixpanel自2026年3月1日起：新增 Mixpanel 统计访问。', '您的其他选择继续有效。']);
      await fake.setLocale('en');
      await until(() => title() === 'Changes to our data use');
      expect(reasons()[1]).to.equal('Your other answers stand.');
    });

    for (const granted of [true, false]) {
      it(`leaves what was allowed as it is while it is asked, and after a ${granted ? 'yes' : 'no'}`, async () => {
        await show(NEW_SERVICE, { decision: POSTHOG });
        expect(fake.choices).to.deep.equal({ necessary: true, analytics: true, posthog: true, mixpanel: false });
        action(granted ? 'accept-all' : 'reject-all').click();
        await answered();
        const method = granted ? 'accept-all' : 'reject-all';
        expect(fake.calls).to.deep.equal([['update', { mixpanel: granted }, { method }]]);
        expect(fake.choices).to.deep.equal({ necessary: true, analytics: true, posthog: true, mixpanel: granted });
        expect(fake.pending).to.deep.equal([]);
      });
    }
  });

  describe('again, because of changes', () => {
    const SHOP: Category[] = [{ id: 'functional' }, { id: 'analytics' }, { id: 'push' }];
    const ALL = decisionOf({ functional: true, analytics: true, push: false });

    it('names what each touches, the latest first', async () => {
      const changes = [
        { revision: 2, ids: ['push'], text: 'Messages go by Postmark.' },
        { revision: 3, ids: ['analytics', 'push'], text: 'Both are kept for a year.' },
      ];
      await show(siteOf(3, changes, SHOP), { decision: ALL });
      expect(reasons()).to.deep.equal([
        'Analytics and Marketing messagesBoth are kept for a year.',
        'Marketing messagesMessages go by Postmark.',
        'Your other answers stand.',
      ]);
    });

    it('says so in one sentence where the site has not said it', async () => {
      await show(siteOf(2, [], SHOP), { decision: ALL });
      expect(title()).to.equal('Changes to our data use');
      expect(reasons()).to.deep.equal(['Our data use has changed since you answered.']);
      expect([text(action('reject-all')), text(action('accept-all'))]).to.deep.equal(['Reject all', 'Accept all']);
      action('accept-all').click();
      await answered();
      expect(fake.calls).to.deep.equal([['acceptAll']]);
    });

    it('names what that is about, where something else stands', async () => {
      await show(siteOf(2, [{ revision: 2, ids: [] }]), { decision: POSTHOG });
      expect(reasons()[0]).to.equal('MixpanelOur data use has changed since you answered.');
    });

    it('tells of what is to come and of what was only changed, after what is asked', async () => {
      const changes: Change[] = [
        { revision: 2, ids: ['push'], text: 'Messages go by Postmark.' },
        { revision: 3, ids: ['functional'], effect: 'tell', text: 'Settings are kept in Frankfurt.' },
        { ...COMING, revision: 4 },
      ];
      await show(siteOf(4, changes, SHOP), { decision: ALL });
      const paragraphs = [...surface().renderRoot.querySelectorAll('.text p')].map(text);
      expect(paragraphs.map((paragraph) => paragraph.slice(0, 24))).to.deep.equal([
        'Marketing messagesMessages go by Postmark.'.slice(0, 24),
        'Your other answers stand.'.slice(0, 24),
        'We use cookies to run this site.'.slice(0, 24),
        'Your settingsSettings are kept in Frankfurt.'.slice(0, 24),
        'AnalyticsFrom 1 December 2099'.slice(0, 24),
        'Until then your choices stand as they are.'.slice(0, 24),
      ]);
    });

    it('is up to date when some of it is answered elsewhere', async () => {
      await show(siteOf(2, [{ revision: 2, text: 'All is new.' }], SHOP), { decision: ALL });
      expect(reasons()[0]).to.equal('Your settings, Analytics and Marketing messagesAll is new.');
      fake.update({ push: true });
      await until(() => reasons()[0] === 'Your settings and AnalyticsAll is new.');
    });

    it('keeps its buttons in view at 320×256, and the reasons within reach of the keyboard', async () => {
      const changes = [2, 3, 4, 5].map((revision) => ({ revision, text: 'A text that goes on and on. '.repeat(20) }));
      await show(siteOf(5, changes, SHOP), { decision: ALL });
      await setViewport({ width: 320, height: 256 });
      for (const name of ['reject-all', 'accept-all', 'preferences']) {
        expect(action(name).getBoundingClientRect().bottom, name).to.be.at.most(256);
      }
      await until(() => surface().renderRoot.querySelector<HTMLElement>('.text')!.tabIndex === 0);
    });

    it('has no place for markup', async () => {
      await show(siteOf(2, [{ revision: 2, text: '<img src=x>' }], SHOP), { decision: ALL });
      expect(reasons()[0]).to.contain('<img src=x>');
      expect(surface().renderRoot.querySelector('img')).to.equal(null);
    });
  });

  describe('again, because an answer has run out', () => {
    it('says so under the usual heading', async () => {
      await show(siteOf(1, []), { decision: decisionOf({ analytics: true }, 200) });
      expect(title()).to.equal('Your data, your choice');
      expect(reasons()).to.deep.equal(['Your answer has expired, so we ask again.']);
    });

    it('names what it is about where the rest stands', async () => {
      const decision = decisionOf({ analytics: { at: now - 200 * DAY }, push: true });
      await show(siteOf(1, [], [...MEASURING, { id: 'push' }]), { decision });
      expect(reasons()).to.deep.equal([
        'AnalyticsYour answer has expired, so we ask again.',
        'Your other answers stand.',
      ]);
    });
  });

  describe('for the first time', () => {
    it('says nothing of changes, and fetches nothing for it', async () => {
      await show(NEW_SERVICE);
      expect(title()).to.equal('Your data, your choice');
      expect([reasons(), loaded]).to.deep.equal([[], []]);
    });

    it('says what is to come, after what is asked', async () => {
      await show(siteOf(2, [COMING]));
      expect(loaded).to.deep.equal(['notice']);
      expect(title()).to.equal('Your data, your choice');
      expect(reasons()).to.deep.equal([
        'AnalyticsFrom 1 December 2099: Visits will be kept longer.',
        'Until then your choices stand as they are.',
      ]);
    });

    it('reads “all” also where some is not for this visitor', async () => {
      // As for minors: what nobody may allow is not asked.
      fake = new FakeConsent(siteOf(1, [], [{ id: 'analytics' }, { id: 'advertising' }]));
      Object.defineProperty(fake, 'asked', { value: ['analytics'] });
      Object.defineProperty(fake, 'pending', { value: ['analytics'] });
      await openBanner(fake.consent);
      expect(text(action('accept-all'))).to.equal('Accept all');
      expect(text(surface().renderRoot.querySelector('.text')))
        .to.contain('measure visits')
        .and.not.contain('ads');
    });
  });

  describe('the panel', () => {
    it('has the reasons above its choices', async () => {
      await show(NEW_SERVICE, { decision: POSTHOG }, 'preferences');
      const section = surface().renderRoot.querySelector('.scroller > section')!;
      expect(text(section.querySelector('h3'))).to.equal('Changes to our data use');
      expect(reasons()[0]).to.equal('MixpanelSince 1 March 2026: Mixpanel measures visits, too.');
      expect(section.querySelectorAll('[part=change]')).to.have.length(reasons().length);
    });

    it('has what is announced, also after that was told', async () => {
      const decision = { ...decisionOf({ analytics: { revision: 2 } }), revision: 2 };
      await show(siteOf(2, [COMING]), { decision }, 'preferences');
      expect(reasons()[0]).to.equal('AnalyticsFrom 1 December 2099: Visits will be kept longer.');
    });

    it('is as ever where there is nothing to say, and fetches nothing', async () => {
      await show(NEW_SERVICE, { decision: decisionOf({ analytics: true, mixpanel: { revision: 2 } }) }, 'preferences');
      expect([reasons(), loaded]).to.deep.equal([[], []]);
      expect(text(surface().renderRoot.querySelector('h3'))).to.equal('Always on');
    });
  });

  it('asks without reasons where what explains them cannot be had', async () => {
    const { explain } = explaining;
    delete explaining.explain;
    await show(NEW_SERVICE, { decision: POSTHOG }, 'banner', () => Promise.reject(new Error('offline')));
    if (explain) explaining.explain = explain;
    expect(loaded).to.deep.equal(['notice']);
    expect([title(), reasons()]).to.deep.equal(['Your data, your choice', []]);
    expect(text(action('reject-all'))).to.equal('Reject new');
  });
});
