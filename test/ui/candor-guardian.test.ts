import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ChangeDetail } from '../../src/core/change.js';
import type { Config } from '../../src/core/config.js';
import type { Consent, GuardianDetail } from '../../src/core/consent.js';
import type { Subject } from '../../src/core/subject.js';
import { expectAccessible } from '../helpers/axe.js';
import { until } from '../helpers/until.js';
import { inside, isOpen, leave, surface, textOf, visitAs } from '../helpers/visit-as.js';

const SHOP: Config = {
  audience: { policy: { en: '/minors', 'zh-Hans': '/zh/minors' } },
  controller: { name: { en: 'Shop', 'zh-Hans': '商店' }, guardianContact: 'mailto:parents@shop.example' },
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'posthog' }] },
    { id: 'advertising' },
    { id: 'research', title: 'Research', description: 'Surveys about our products.' },
    { id: 'sharing' },
  ],
  layout: { reopen: 'none' },
};
const CHILD: Subject = { age: 9 };

const open = (locale = 'en', subject: Subject = CHILD, config = SHOP): Promise<Consent> =>
  visitAs(subject, config, 'guardian', { locale });
const action = (name: string): HTMLButtonElement => inside('guardian', `[data-consent-action="${name}"]`);
const field = (selector: string): HTMLInputElement => inside('guardian', `input${selector}`);
const declare = (relation = 'parent'): void => {
  field(`[value="${relation}"]`).click();
  field('[name="declaration"]').click();
};
const granted = ({ choices }: Consent): string[] => Object.keys(choices).filter((id) => choices[id]);

let end = new AbortController();
let heard: GuardianDetail[] = [];
let changes: ChangeDetail[] = [];
const hear = (verify?: (event: CustomEvent<GuardianDetail>) => void): void =>
  document.addEventListener(
    'candor-guardian',
    (event) => {
      heard.push(event.detail);
      verify?.(event);
    },
    end,
  );

describe('<candor-guardian>', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  beforeEach(async () => {
    await setViewport({ width: 1024, height: 900 });
    heard = [];
    changes = [];
    end = new AbortController();
    document.addEventListener('candor-change', ({ detail }) => changes.push(detail), end);
  });
  afterEach(async () => {
    end.abort();
    leave();
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  });
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  for (const locale of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`passes the accessibility audit in ${locale}, ${colorScheme}, with and without something missing, and afterwards`, async () => {
        await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await open(locale);
        await expectAccessible(surface('guardian'));
        action('accept-all').click();
        await until(() => inside('guardian', '[part="problem"]'));
        await expectAccessible(surface('guardian'));
        declare();
        action('accept-all').click();
        await until(() => action('close'));
        await expectAccessible(surface('guardian'));
      });
    }
  }

  describe('what it says', () => {
    it('is who asks, of whom, and what holds without an answer', async () => {
      await open();
      expect(inside<HTMLDialogElement>('guardian', 'dialog').matches(':modal')).to.equal(true);
      expect(textOf('guardian', '#title')).to.equal('A parent or guardian decides');
      expect(textOf('guardian', '[part="description"]')).to.equal(
        'Shop asks for permission to use data of a child under 14. Without it, everything optional stays off and basic functions still work.',
      );
      expect(surface('guardian').renderRoot.activeElement?.id).to.equal('title');
    });

    it('is every purpose that a guardian may allow: no advertising, nothing that is asked separately', async () => {
      await open();
      const boxes = [...surface('guardian').renderRoot.querySelectorAll<HTMLInputElement>('[name="purpose"]')];
      expect(boxes.map(({ value, checked }) => [value, checked])).to.deep.equal([
        ['analytics', false],
        ['research', false],
      ]);
      expect(textOf('guardian', '[part="purposes"]')).to.match(/Analytics\s*Measures visits.*Research\s*Surveys/);
    });

    it('leads to the rules for minors and to the contact for guardians', async () => {
      await open('zh-Hans');
      const links = [...surface('guardian').renderRoot.querySelectorAll('a')].map((link) => link.getAttribute('href'));
      expect(links).to.deep.equal(['/zh/minors', 'mailto:parents@shop.example']);
      expect(textOf('guardian', '[part="description"]')).to.match(/^商店申请使用未满 14 周岁儿童的个人信息/);
      expect(textOf('guardian', '[part="relation"]')).to.match(/法定监护人/);
    });

    it('does without the site’s name and links where it has none', async () => {
      await open('en', CHILD, { ...SHOP, audience: {}, controller: {} });
      expect(textOf('guardian', '[part="description"]')).to.match(/^This site asks/);
      expect(surface('guardian').renderRoot.querySelectorAll('a')).to.have.length(0);
    });

    it('is equal in yes and no, and neither relation nor declaration is chosen beforehand', async () => {
      await open();
      expect(surface('guardian').renderRoot.querySelectorAll('input:checked')).to.have.length(0);
      const looks = ['reject-all', 'accept-all'].map((name) => {
        const { width, height } = action(name).getBoundingClientRect();
        const { backgroundColor, color, fontWeight } = getComputedStyle(action(name));
        return [width, height, backgroundColor, color, fontWeight].join();
      });
      expect(looks[0]).to.equal(looks[1]);
    });

    for (const subject of [{ age: 15 }, { age: 40 }, undefined] as (Subject | undefined)[]) {
      it(`is for no one but children (${JSON.stringify(subject)})`, async () => {
        const consent = await visitAs(subject, SHOP, 'preferences');
        await consent.show('guardian');
        expect(isOpen('guardian')).to.equal(false);
      });
    }
  });

  describe('a yes', () => {
    it('needs a relation and a declaration, and the first that is missing is told and has the focus', async () => {
      const consent = await open();
      hear();
      action('accept-all').click();
      await until(() => inside('guardian', '[role="alert"]'));
      expect(textOf('guardian', '[part="problem"]')).to.equal('Please say who you are.');
      expect(surface('guardian').renderRoot.activeElement).to.equal(field('[value="parent"]'));
      field('[value="guardian"]').click();
      action('accept-all').click();
      await until(() => field('[name="declaration"]').getAttribute('aria-invalid') === 'true');
      expect(textOf('guardian', '[part="problem"]')).to.equal('Please tick the declaration, if it is true.');
      expect(heard).to.deep.equal([]);
      expect(granted(consent)).to.deep.equal(['necessary']);
    });

    it('to what is ticked needs something ticked', async () => {
      await open();
      declare();
      action('save').click();
      await until(() => inside('guardian', '[role="alert"]'));
      expect(textOf('guardian', '[part="problem"]')).to.equal('Please tick what you allow.');
    });

    it('is told to the page, and allows nothing by that', async () => {
      const consent = await open();
      hear();
      const own: GuardianDetail[] = [];
      consent.addEventListener('guardian', ({ detail }) => own.push(detail));
      declare('guardian');
      action('accept-all').click();
      await until(() => action('close'));
      expect(heard).to.deep.equal([{ relation: 'guardian', ids: ['analytics', 'research'] }]);
      expect(own).to.deep.equal(heard);
      expect(granted(consent)).to.deep.equal(['necessary']);
      expect(changes.filter(({ method }) => method !== 'signal')).to.deep.equal([]);
      expect(textOf('guardian', '#title')).to.equal('Nothing is on yet');
    });

    it('that nobody checks is said to be so, with the way to reach the site', async () => {
      await open();
      declare();
      action('accept-all').click();
      await until(() => action('close'));
      expect(textOf('guardian', '[part="description"]')).to.match(/has not checked .* Please contact it\./);
      expect(inside('guardian', 'a[href^="mailto:"]')).to.not.equal(null);
      action('close').click();
      expect(isOpen('guardian')).to.equal(false);
    });

    it('that the page checks is said to be so, and counts once it has', async () => {
      const consent = await open();
      hear((event) => event.preventDefault());
      declare();
      field('[value="analytics"]').click();
      action('save').click();
      await until(() => action('close'));
      expect(textOf('guardian', '[part="description"]')).to.match(/now checks/);
      expect(heard).to.deep.equal([{ relation: 'parent', ids: ['analytics'] }]);

      consent.setSubject({ guardian: 'verified' });
      expect(granted(consent)).to.deep.equal(['necessary', 'analytics', 'posthog']);
      expect(consent.pending).to.deep.equal([]);
      expect(consent.subject).to.deep.equal({ age: 9, guardian: 'verified', relation: 'parent' });
      expect(changes.at(-1)).to.deep.include({
        method: 'save',
        granted: ['analytics', 'posthog'],
        denied: ['research'],
      });
      expect(isOpen('guardian')).to.equal(false);
      await Promise.resolve();
      expect(isOpen('banner')).to.equal(false);
    });

    it('counts at once where the page knows the guardian already', async () => {
      const consent = await open('en', { age: 9, guardian: 'verified' });
      hear();
      declare('other');
      action('accept-all').click();
      expect(granted(consent)).to.deep.equal(['necessary', 'analytics', 'posthog', 'research']);
      expect(consent.subject?.relation).to.equal('other');
      expect(changes.at(-1)?.method).to.equal('accept-all');
      expect(heard).to.deep.equal([]);
      expect(isOpen('guardian')).to.equal(false);
    });

    it('counts at once where the page verifies while it hears of it', async () => {
      const consent = await open();
      hear(() => consent.setSubject({ guardian: 'verified' }));
      declare();
      action('accept-all').click();
      expect(granted(consent)).to.include('posthog');
      expect(isOpen('guardian')).to.equal(false);
    });

    it('that was replaced by another counts no more, nor one for who turned out to be of age', async () => {
      const consent = await open();
      hear((event) => event.preventDefault());
      declare();
      field('[value="analytics"]').click();
      action('save').click();
      await until(() => action('close'));
      action('close').click();
      await consent.show('guardian');
      await until(() => action('reject-all'));
      action('reject-all').click();
      consent.setSubject({ guardian: 'verified' });
      expect(granted(consent)).to.deep.equal(['necessary']);
      expect(consent.pending).to.deep.equal(['analytics', 'research']);

      leave();
      const grown = await open();
      declare();
      action('accept-all').click();
      grown.setSubject({ age: 40 });
      grown.setSubject({ age: 9, guardian: 'verified' });
      expect(granted(grown)).to.deep.equal(['necessary']);
    });
  });

  describe('a no', () => {
    it('asks for no declaration, tells nobody, and leaves everything off', async () => {
      const consent = await open();
      hear();
      action('reject-all').click();
      expect(isOpen('guardian')).to.equal(false);
      expect(heard).to.deep.equal([]);
      expect(granted(consent)).to.deep.equal(['necessary']);
    });

    it('of a guardian the page knows is an answer', async () => {
      const consent = await open('en', { age: 9, guardian: 'verified' });
      action('reject-all').click();
      expect(consent.pending).to.deep.equal([]);
      expect(changes.at(-1)?.method).to.equal('reject-all');
    });

    it('is not meant by Escape', async () => {
      const consent = await open('en', { age: 9, guardian: 'verified' });
      await sendKeys({ press: 'Escape' });
      await until(() => !isOpen('guardian'));
      expect(consent.pending).to.deep.equal(['analytics', 'research']);
    });
  });

  it('can be gone through by keyboard alone', async () => {
    const consent = await open('en', { age: 9, guardian: 'verified' });
    field('[name="purpose"]').focus();
    await sendKeys({ press: ' ' });
    field('[name="relation"]').focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: ' ' });
    action('save').focus();
    await sendKeys({ press: 'Enter' });
    expect(granted(consent)).to.deep.equal(['necessary', 'analytics', 'posthog']);
    expect(consent.subject?.relation).to.equal('guardian');
  });

  for (const locale of ['en', 'zh-Hans'] as const) {
    it(`fits 320 px, scrolls, and keeps its buttons in view, in ${locale}`, async () => {
      await setViewport({ width: 320, height: 568 });
      await open(locale);
      const { scrollWidth, clientWidth } = inside('guardian', '.text');
      expect(scrollWidth).to.be.at.most(clientWidth);
      for (const name of ['reject-all', 'accept-all', 'save']) {
        const { left, right, bottom, height } = action(name).getBoundingClientRect();
        expect([left >= 0, right <= 320, bottom <= 568, height >= 44], name).to.deep.equal([true, true, true, true]);
      }
      await until(() => inside('guardian', '.text').tabIndex === 0);
    });
  }
});
