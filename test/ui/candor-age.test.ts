import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import type { Consent } from '../../src/core/consent.js';
import { expectAccessible } from '../helpers/axe.js';
import { until } from '../helpers/until.js';
import { inside, isOpen, leave, surface, textOf, visitAs } from '../helpers/visit-as.js';

const ASKING: Config = {
  audience: { ask: true, policy: { en: '/minors', 'zh-Hans': '/zh/minors' } },
  controller: { name: 'Shop' },
  categories: [{ id: 'necessary' }, { id: 'analytics' }, { id: 'advertising' }],
  layout: { reopen: 'none' },
};
const inLayout = (banner: 'box' | 'bar' | 'dialog'): Config => ({ ...ASKING, layout: { ...ASKING.layout, banner } });
const ask = (config = ASKING, locale = 'en', region = 'CN'): Promise<Consent> =>
  visitAs(undefined, config, 'age', { locale, region });
const answers = (): HTMLButtonElement[] => [
  ...surface('age').renderRoot.querySelectorAll<HTMLButtonElement>('[data-consent-age]'),
];
const words = (): string[] => answers().map(({ textContent }) => textContent.trim());
const answer = (band: string): void => inside('age', `[data-consent-age="${band}"]`).click();
const told = (): Promise<void> => until(() => inside('age', '[part="guardian"]'));

describe('<candor-age>', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  beforeEach(() => setViewport({ width: 1024, height: 768 }));
  afterEach(async () => {
    leave();
    await setViewport({ width: 1024, height: 768 });
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  });
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  for (const layout of ['box', 'bar', 'dialog'] as const) {
    for (const locale of ['en', 'zh-Hans'] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        it(`passes the accessibility audit as ${layout} in ${locale}, ${colorScheme}`, async () => {
          await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await ask(inLayout(layout), locale);
          await expectAccessible(surface('age'));
          answer('child');
          await told();
          await expectAccessible(surface('age'));
        });
      }
    }
  }

  describe('the question', () => {
    it('is a region, or a dialog, that is named by it', async () => {
      await ask();
      const region = inside('age', '[role="region"]');
      expect(inside('age', `#${region.getAttribute('aria-labelledby')}`).textContent.trim()).to.equal(
        'How old are you?',
      );
      leave();
      await ask(inLayout('dialog'));
      expect(inside<HTMLDialogElement>('age', 'dialog').matches(':modal')).to.equal(true);
    });

    it('offers answers that look alike, from the youngest on, and none of them chosen beforehand', async () => {
      await ask();
      expect(words()).to.deep.equal(['Under 14', '14 to 17', '18 or over']);
      const looks = answers().map((button) => {
        const { width, height } = button.getBoundingClientRect();
        const { backgroundColor, color, fontWeight, fontSize } = getComputedStyle(button);
        return [width, height, backgroundColor, color, fontWeight, fontSize].join();
      });
      expect(new Set(looks).size).to.equal(1);
      expect(surface('age').renderRoot.querySelectorAll('input, [autofocus], [aria-pressed]')).to.have.length(0);
    });

    it('says nothing of what follows from which answer', async () => {
      await ask();
      expect(textOf('age')).to.not.match(/parent|guardian|off|allow|must|cannot/i);
    });

    for (const [region, config, expected] of [
      ['US', ASKING, ['Under 13', '13 to 17', '18 or over']],
      ['DE', ASKING, ['Under 16', '16 to 17', '18 or over']],
      ['', { ...ASKING, audience: { ask: true, age: 17 } }, ['Under 17', '17', '18 or over']],
      ['', { ...ASKING, audience: { ask: true, age: 18 } }, ['Under 18', '18 or over']],
      ['', { ...ASKING, audience: { ask: true, age: 21 } }, ['Under 21', '21 or over']],
    ] as const) {
      it(`has the ages of ${region || `a site that says ${config.audience.age}`}`, async () => {
        await ask(config, 'en', region);
        expect(words()).to.deep.equal(expected);
      });
    }

    it('speaks Chinese, and leads to the rules for minors in that language', async () => {
      await ask(ASKING, 'zh-Hans');
      expect(words()).to.deep.equal(['未满 14 周岁', '14 至 17 周岁', '已满 18 周岁']);
      expect(inside<HTMLAnchorElement>('age', '[part="policy"]').getAttribute('href')).to.equal('/zh/minors');
    });

    it('leaves out a link that leads nowhere safe', async () => {
      await ask({ ...ASKING, audience: { ask: true, policy: 'javascript:alert(1)' } });
      expect(inside('age', '[part="policy"]')).to.equal(null);
    });

    it('changes its language by its own switch', async () => {
      await ask({ ...ASKING, languages: ['en', 'zh-Hans'] });
      inside('age', '[part="language"]').click();
      await until(() => words()[0]?.startsWith('未满'));
    });

    it('takes no focus from a page that stays usable, and stays until there is an answer', async () => {
      await ask();
      expect(document.activeElement).to.equal(document.body);
      await sendKeys({ press: 'Escape' });
      expect(isOpen('age')).to.equal(true);
      leave();
      await ask(inLayout('dialog'));
      for (let press = 0; press < 3; press++) await sendKeys({ press: 'Escape' });
      expect(isOpen('age')).to.equal(true);
    });

    it('can be answered by keyboard alone', async () => {
      const consent = await ask(inLayout('dialog'));
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      expect(surface('age').renderRoot.activeElement?.textContent?.trim()).to.equal('14 to 17');
      await sendKeys({ press: 'Enter' });
      expect(consent.subject?.band).to.equal('teen');
    });

    it('goes when the page says how old the visitor is', async () => {
      const consent = await ask();
      consent.setSubject({ age: 9 });
      await until(() => !isOpen('age'));
      expect(consent.ageGroup?.band).to.equal('child');
    });

    it('stays when the page says something else', async () => {
      const consent = await ask();
      consent.setSubject({ signedIn: true });
      await surface('age').updateComplete;
      expect(isOpen('age')).to.equal(true);
    });
  });

  describe('an answer', () => {
    for (const band of ['teen', 'adult'] as const) {
      it(`of who may decide closes it: ${band}`, async () => {
        const consent = await ask();
        answer(band);
        expect(isOpen('age')).to.equal(false);
        expect(consent.subject).to.deep.equal({ band });
        expect(consent.pending).to.deep.equal(band === 'teen' ? ['analytics'] : ['analytics', 'advertising']);
      });
    }

    it('is asked for what is pending next, without a word of what is not for them', async () => {
      await visitAs(undefined, ASKING, 'age', { manual: false });
      answer('teen');
      await until(() => isOpen('banner'));
      expect(textOf('banner')).to.match(/data to measure visits\./);
      expect(textOf('banner', '[part="accept-all"]')).to.equal('Accept all');
    });

    it('of a child is followed by a calm word, that has the focus', async () => {
      const consent = await ask();
      answer('child');
      await told();
      await until(() => surface('age').renderRoot.activeElement?.localName === 'h2');
      expect(textOf('age', 'h2')).to.equal('Everything optional stays off');
      expect(textOf('age', '.text')).to.match(/You can use this site/);
      expect(consent.pending).to.deep.equal([]);
      expect(answers()).to.have.length(0);
    });

    it('of a child can be closed, and is not told again on the next page', async () => {
      await ask();
      answer('child');
      await told();
      inside('age', '[data-consent-action="close"]').click();
      expect(isOpen('age')).to.equal(false);
    });

    it('of a child leads to the guardian’s step', async () => {
      await ask();
      answer('child');
      await told();
      inside('age', '[data-consent-action="guardian"]').click();
      await until(() => isOpen('guardian') && !isOpen('age'));
    });

    it('of a child says so when that step cannot be loaded', async () => {
      const consent = await ask();
      consent.show = () => Promise.reject(new Error('offline'));
      answer('child');
      await told();
      inside('age', '[data-consent-action="guardian"]').click();
      await until(() => inside('age', '[role="alert"]'));
      expect(isOpen('age')).to.equal(true);
    });

    it('that takes choices away is followed by the same word', async () => {
      const consent = await visitAs({ band: 'adult' }, ASKING, 'age');
      consent.acceptAll();
      await consent.show('age');
      await until(() => answers().length);
      answer('child');
      await told();
      expect(consent.granted('analytics')).to.equal(false);
    });
  });

  describe('in little room', () => {
    for (const locale of ['en', 'zh-Hans'] as const) {
      it(`fits 320 px with everything in reach, in ${locale}`, async () => {
        await setViewport({ width: 320, height: 480 });
        await ask(ASKING, locale);
        const box = surface('age').getBoundingClientRect();
        expect(box.left).to.be.at.least(0);
        expect(box.right).to.be.at.most(320);
        expect(box.bottom).to.be.at.most(480);
        for (const button of answers()) expect(button.getBoundingClientRect().height).to.be.at.least(44);
      });
    }
  });
});
