import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import '../../src/ui/banner/define.js';
import type { CandorPreferences } from '../../src/ui/preferences/candor-preferences.js';
import '../../src/ui/preferences/define.js';
import type { CandorRequest } from '../../src/ui/request/candor-request.js';
import '../../src/ui/request/define.js';
import type { Surface } from '../../src/ui/shared/surface.js';
import { isolate } from '../../src/ui/shared/isolate.js';
import { FakeConsent } from '../helpers/fake-consent.js';

const LATIN: Config = {
  controller: {
    name: 'Shop (UK)',
    phone: '+49 40 5550',
    contact: 'https://shop.example/contact/',
    privacyPolicy: '/p',
  },
  categories: [
    { id: 'necessary' },
    {
      id: 'analytics',
      services: [{ id: 'yahoo', name: 'Yahoo!', provider: 'Yahoo Inc.', policy: 'https://yahoo.example/privacy/' }],
    },
    { id: 'research', title: 'Research!', description: 'Asks what you think.' },
  ],
  texts: { 'preferences.title': 'What you allow!' },
};

const ARABIC: Config = {
  controller: { name: 'متجر (الشمال)', privacyPolicy: '/p' },
  categories: [
    { id: 'necessary' },
    { id: 'analytics', services: [{ id: 'nur', name: 'شركة النور!' }] },
    { id: 'research', title: 'أبحاث!', description: 'PostHog يسأل عن رأيك.' },
  ],
};

let shown: Surface;

async function show<Tag extends 'candor-banner' | 'candor-preferences' | 'candor-request'>(
  tag: Tag,
  config: Config,
  locale: string,
  given: Partial<HTMLElementTagNameMap[Tag]> = {},
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = Object.assign(document.createElement(tag), given);
  element.consent = new FakeConsent(config, { locale }).consent;
  document.body.before(element);
  shown = element;
  await element.show();
  return element;
}

/** Where the two stand that follow one another in the text of an element, by their left edges. */
function order(words: string): 'from left to right' | 'from right to left' {
  const walker = document.createTreeWalker(shown.renderRoot, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const start = text.data.indexOf(words);
    // A slot has no box of its own.
    if (start < 0 || !text.parentElement?.closest(':not(slot)')?.checkVisibility()) continue;
    const leftOf = (index: number): number => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return range.getBoundingClientRect().left;
    };
    return leftOf(start) < leftOf(start + words.length - 1) ? 'from left to right' : 'from right to left';
  }
  throw new Error(`Nobody sees ${words}`);
}

describe('words of a site’s own', () => {
  afterEach(() => shown.remove());

  for (const words of ['Yahoo!', 'Research!', 'think.', '(UK)', '+49 40 5550', 'What you allow!', 'contact/']) {
    it(`are read from left to right in an Arabic panel: ${words}`, async () => {
      const panel = await show('candor-preferences', LATIN, 'ar');
      for (const details of panel.renderRoot.querySelectorAll('details')) details.open = true;
      expect(panel.dir).to.equal('rtl');
      expect(order(words)).to.equal('from left to right');
    });
  }

  for (const words of ['النور!', 'أبحاث!', '(الشمال)']) {
    it(`are read from right to left in an English panel: ${words}`, async () => {
      await show('candor-preferences', ARABIC, 'en');
      expect(order(words)).to.equal('from right to left');
    });
  }

  it('are so in the middle of a sentence of Candor’s, too', async () => {
    await show('candor-request', LATIN, 'ar', { asked: 'yahoo' } satisfies Partial<CandorRequest>);
    expect(order('Yahoo!')).to.equal('from left to right');
    shown.remove();
    await show('candor-banner', LATIN, 'ar');
    expect(order('Research!')).to.equal('from left to right');
  });

  it('keep the direction of their language where they begin with a name of another', async () => {
    const panel: CandorPreferences = await show('candor-preferences', ARABIC, 'ar');
    expect(panel.renderRoot.textContent).to.contain('PostHog يسأل عن رأيك.');
    expect(order('PostHog يسأل')).to.equal('from right to left');
    expect(panel.renderRoot.textContent).not.to.match(/[\u2068\u2069]/);
  });

  it('lead where they led: no address is touched', async () => {
    const panel = await show('candor-preferences', LATIN, 'ar');
    expect([...panel.renderRoot.querySelectorAll('a')].map((link) => link.getAttribute('href'))).to.include.members([
      'https://shop.example/contact/',
      'https://yahoo.example/privacy/',
      'tel:+49405550',
      '/p',
    ]);
  });
});

describe('isolate', () => {
  for (const [words, direction, isIsolated] of [
    ['Shop', 'ltr', false],
    ['Shop', 'rtl', true],
    ['متجر', 'rtl', false],
    ['متجر', 'ltr', true],
    ['חנות', 'ltr', true],
    ['𞤀𞤣𞤤𞤢𞤥', 'ltr', true],
    ['商店', 'rtl', true],
    ['', 'rtl', false],
  ] as const) {
    it(`${isIsolated ? 'isolates' : 'leaves'} “${words}” where it is read ${direction}`, () =>
      expect(isolate(words, direction)).to.equal(isIsolated ? `\u2068${words}\u2069` : words));
  }

  it('has nothing to say of nothing', () => expect(isolate(undefined, 'rtl')).to.equal(undefined));
});
