/** What the panel, the banner and placeholders say of who the visitor is. */
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import type { Consent } from '../../src/core/consent.js';
import type { Subject } from '../../src/core/subject.js';
import '../../src/ui/embed/define.js';
import { expectAccessible } from '../helpers/axe.js';
import { answered, until } from '../helpers/until.js';
import { inside, isOpen, leave, surface, textOf, visitAs } from '../helpers/visit-as.js';

const SHOP: Config = {
  categories: [
    { id: 'necessary' },
    { id: 'analytics' },
    { id: 'advertising' },
    {
      id: 'push',
      services: [
        { id: 'browser-push', name: 'Push' },
        { id: 'email', name: 'E-mail', scope: 'account' },
        { id: 'fitted', name: 'Fitted to you', personalises: 'browser-push' },
      ],
    },
    { id: 'sharing' },
  ],
  layout: { reopen: 'none' },
};
const ASKING: Config = { ...SHOP, audience: { ask: true } };

const panel = (subject: Subject | undefined, config = SHOP, locale = 'en'): Promise<Consent> =>
  visitAs(subject, config, 'preferences', { locale });
const standing = (): string =>
  inside('preferences', '[part="standing"]') ? textOf('preferences', '[part="standing"]') : '';
const reasons = (): string[] => [
  ...new Set(
    [...surface('preferences').renderRoot.querySelectorAll('[part="locked"]')].map((each) => each.textContent.trim()),
  ),
];
const switches = (): string[] =>
  [...surface('preferences').renderRoot.querySelectorAll<HTMLElement>('[role="switch"]')].map(
    ({ dataset }) => dataset['consentCategory'] ?? dataset['consentService'] ?? '',
  );

before(() => emulateMedia({ reducedMotion: 'reduce' }));
beforeEach(() => setViewport({ width: 1024, height: 768 }));
afterEach(async () => {
  leave();
  document.querySelectorAll('candor-embed').forEach((each) => each.remove());
  await emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
});
after(() => emulateMedia({ reducedMotion: 'no-preference' }));

describe('the panel', () => {
  for (const locale of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`passes the accessibility audit for a child and for a teenager in ${locale}, ${colorScheme}`, async () => {
        await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await panel({ band: 'child' }, ASKING, locale);
        await expectAccessible(surface('preferences'));
        leave();
        await panel({ band: 'teen' }, ASKING, locale);
        await expectAccessible(surface('preferences'));
      });
    }
  }

  for (const [what, subject, config, expectedSwitches, expectedReasons] of [
    ['a child', { age: 9 }, SHOP, [], ['Off for children. A parent or guardian decides.']],
    [
      'a teenager',
      { age: 15, signedIn: true },
      SHOP,
      ['analytics', 'push', 'browser-push', 'email'],
      ['Not for under 18.'],
    ],
    [
      'a teenager who is not signed in',
      { age: 15 },
      SHOP,
      ['analytics', 'push', 'browser-push'],
      ['Not for under 18.'],
    ],
    [
      'an adult who is not signed in',
      undefined,
      SHOP,
      ['analytics', 'advertising', 'push', 'browser-push', 'fitted'],
      [],
    ],
    [
      'an adult who is',
      { signedIn: true },
      SHOP,
      ['analytics', 'advertising', 'push', 'browser-push', 'fitted', 'email'],
      [],
    ],
    ['who has not said', undefined, ASKING, [], ['Off until you have said how old you are.']],
  ] as [string, Subject | undefined, Config, string[], string[]][]) {
    it(`has switches for what ${what} may decide, and says why of the rest`, async () => {
      await panel(subject, config);
      expect(switches()).to.deep.equal(expectedSwitches);
      expect(reasons()).to.deep.equal(expectedReasons);
    });
  }

  it('saves nothing of what has no switch, so that the answers of others stay', async () => {
    const consent = await visitAs(undefined, SHOP, 'preferences', { choices: { analytics: true, advertising: true } });
    consent.setSubject({ age: 15 });
    await consent.show('preferences');
    await until(() => isOpen('preferences'));
    inside('preferences', '[data-consent-action="save"]').click();
    await answered();
    consent.setSubject({ age: 40 });
    expect(consent.granted('advertising')).to.equal(true);
  });

  it('draws itself anew when it becomes known who it is', async () => {
    const consent = await panel(undefined);
    expect(switches()).to.not.include('email');
    consent.setSubject({ signedIn: true });
    await until(() => switches().includes('email'));
  });

  it('says nothing of ages where nobody asked or said', async () => {
    await panel({ signedIn: true });
    expect(standing()).to.equal('');
  });

  it('says the age group, and changes it', async () => {
    const consent = await panel({ band: 'teen' }, ASKING);
    expect(standing()).to.equal('Your age group: 14 to 17. Change');
    inside('preferences', '[data-consent-action="age"]').click();
    await until(() => isOpen('age') && !isOpen('preferences'));
    inside('age', '[data-consent-age="adult"]').click();
    expect(consent.pending).to.include('advertising');
  });

  it('offers no change of what the page says', async () => {
    await panel({ age: 15 }, ASKING);
    expect(standing()).to.equal('');
  });

  it('leads a child’s guardian to the step', async () => {
    await panel({ age: 9 });
    expect(standing()).to.match(/^Everything optional is off for children\. A parent or guardian decides\./);
    inside('preferences', '[data-consent-action="guardian"]').click();
    await until(() => isOpen('guardian') && !isOpen('preferences'));
  });

  it('of a child whose guardian is known has switches, and no such way', async () => {
    await panel({ age: 9, guardian: 'verified' });
    expect(switches()).to.include('analytics').and.not.include('advertising');
    expect(standing()).to.equal('');
  });

  it('says that the choices are those of an account, where else they count, and what signing out does', async () => {
    const consent = await panel({ signedIn: true });
    const at = Math.floor(Date.now() / 1000);
    await consent.import({ version: 1, at, revision: 1, answers: { analytics: { granted: true, at, revision: 1 } } });
    await consent.show('preferences');
    await until(() => isOpen('preferences') && standing());
    expect(standing()).to.match(
      /^The choices of your account apply here\. .* wherever you are signed in\. .* sign out/,
    );
    await expectAccessible(surface('preferences'));
  });

  it('fits 320 px with all that', async () => {
    await setViewport({ width: 320, height: 568 });
    await panel({ band: 'teen' }, ASKING);
    const { scrollWidth, clientWidth } = inside('preferences', '.scroller');
    expect(scrollWidth).to.be.at.most(clientWidth);
  });
});

describe('the banner', () => {
  it('asks a teenager for what is for them, as for all there is', async () => {
    const consent = await visitAs({ age: 15 }, SHOP, 'banner');
    expect(textOf('banner', '[part="accept-all"]')).to.equal('Accept all');
    expect(textOf('banner')).to.not.match(/ads/);
    inside('banner', '[data-consent-action="accept-all"]').click();
    await until(() => consent.granted('analytics'));
    expect(consent.granted('advertising')).to.equal(false);
  });

  it('gives way to what it has to say to a child, and to the question of who has not said', async () => {
    const consent = await visitAs({ age: 9 }, SHOP, 'preferences');
    consent.hide();
    await consent.show('banner');
    expect([isOpen('banner'), isOpen('preferences')]).to.deep.equal([false, true]);
    leave();
    await visitAs({ band: 'child' }, ASKING, 'preferences');
    leave();
    const unknown = await visitAs(undefined, ASKING, 'age');
    unknown.hide();
    await unknown.show('banner');
    expect([isOpen('banner'), isOpen('age')]).to.deep.equal([false, true]);
  });
});

describe('an embed', () => {
  const placeholder = (): HTMLElement & { renderRoot: ShadowRoot } =>
    document.querySelector('candor-embed')?.shadowRoot?.querySelector('candor-placeholder') as never;
  const offered = (): string[] =>
    [...(placeholder()?.renderRoot?.querySelectorAll<HTMLElement>('.choices [data-consent-action]') ?? [])].map(
      ({ dataset }) => dataset['consentAction']!,
    );
  const place = (consent: string): HTMLElement => {
    const element = document.createElement('candor-embed');
    element.setAttribute('consent', consent);
    element.style.cssText = 'display: block; width: 480px; height: 320px';
    element.innerHTML = '<template><p id="film">Film</p></template>';
    document.body.append(element);
    return element;
  };
  const film = (): Element | null => document.querySelector('#film');

  it('is not loaded for a child, neither always nor once, and says why', async () => {
    const consent = await visitAs({ age: 9 }, SHOP, 'preferences');
    place('analytics');
    await until(() => placeholder()?.renderRoot?.querySelector('[part="locked"]'));
    expect(placeholder().renderRoot.querySelector('[part="locked"]')?.textContent?.trim()).to.equal(
      'Off for children. A parent or guardian decides.',
    );
    expect(offered()).to.deep.equal([]);
    await expectAccessible(document.querySelector('candor-embed')!);
    consent.setSubject({ age: 40 });
    await until(() => offered().length === 2);
  });

  it('that was loaded once goes when the page learns that it is a child', async () => {
    const consent = await visitAs(undefined, SHOP, 'preferences');
    consent.rejectAll();
    place('analytics');
    await until(() => offered().length === 2);
    placeholder().renderRoot.querySelector<HTMLElement>('[data-consent-action="load-once"]')!.click();
    expect(film()).to.not.equal(null);
    consent.setSubject({ age: 9 });
    expect(film()).to.equal(null);
  });

  it('of advertising is not for a teenager', async () => {
    await visitAs({ age: 15 }, SHOP, 'preferences');
    place('advertising');
    await until(() => placeholder()?.renderRoot?.querySelector('[part="locked"]'));
    expect(placeholder().renderRoot.textContent).to.match(/Not for under 18\./);
    expect(offered()).to.deep.equal([]);
  });
});
