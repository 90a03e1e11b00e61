/** Words of a site's own that are in another language than the surface: screen readers are told which (WCAG 3.1.2). */
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import '../../src/ui/banner/define.js';
import '../../src/ui/declaration/define.js';
import { open as openDeclaration } from '../../src/ui/declaration/open.js';
import '../../src/ui/preferences/define.js';
import '../../src/ui/request/define.js';
import { expectAccessible } from '../helpers/axe.js';
import type { Surface } from '../../src/ui/shared/surface.js';
import { FakeConsent } from '../helpers/fake-consent.js';
import { until } from '../helpers/until.js';

/** Every word of the site's own that is not Greek begins with this. */
const MARK = '§';
const ENGLISH = (words: string) => ({ en: `${MARK}${words}` });

const CONFIG: Config = {
  controller: {
    name: ENGLISH('Shop'),
    address: ENGLISH('High Street 1'),
    representative: ENGLISH('Anna'),
    privacyPolicy: '/p',
  },
  texts: {
    'banner.title': ENGLISH('Well?'),
    'banner.accept-all': ENGLISH('Fine'),
    'preferences.title': ENGLISH('What you allow'),
  },
  categories: [
    { id: 'necessary' },
    { id: 'analytics' },
    {
      id: 'research',
      title: ENGLISH('Research'),
      description: { en: `${MARK}Asks what you think.`, el: 'Ρωτά τη γνώμη σας.' },
      ifRefused: ENGLISH('Nobody asks you.'),
      method: ENGLISH('By a form.'),
      services: [
        {
          id: 'survey',
          name: ENGLISH('Survey'),
          provider: ENGLISH('Survey Ltd'),
          description: ENGLISH('Three questions.'),
          necessity: ENGLISH('Else we guess.'),
          impact: ENGLISH('None.'),
          alternative: ENGLISH('Write to us.'),
          stores: [{ name: 'asked', purpose: ENGLISH('Asks once.') }],
        },
      ],
    },
  ],
};

type Shown = HTMLElement & { renderRoot: ShadowRoot; updateComplete: Promise<void> };

const main = document.createElement('main');
let consent: FakeConsent;

async function show(
  what: 'banner' | 'preferences' | 'request' | 'declaration',
  config = CONFIG,
  locale = 'el',
): Promise<Shown> {
  consent = new FakeConsent(config, { locale, locales: ['en', 'el'] });
  if (what === 'declaration') {
    const declaration = document.createElement('candor-declaration');
    main.append(declaration);
    openDeclaration(declaration, consent.consent);
    const body = declaration.shadowRoot!.querySelector<Shown>('candor-declaration-body')!;
    await until(() => body.renderRoot.textContent.trim());
    return body;
  }
  const surface: Surface = Object.assign(document.createElement(`candor-${what}`), { consent: consent.consent });
  if (what === 'request') Object.assign(surface, { asked: 'research' });
  main.append(surface);
  await surface.show();
  return surface;
}

/** Languages by their own names, which the switch of languages marks itself. */
const NAMES = ['English', 'Ελληνικά'];

/** Texts of their own elements, not those in the middle of a sentence or a list, with the language a reader takes them for. */
function read({ renderRoot, lang }: Shown): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of renderRoot.querySelectorAll<HTMLElement>('*')) {
    const words = element.textContent.trim();
    if (!element.firstElementChild && words && !NAMES.includes(words))
      found.set(words, element.closest<HTMLElement>('[lang]')?.lang ?? lang);
  }
  return found;
}

describe('words in another language', () => {
  before(() => document.body.append(main));
  beforeEach(() => main.replaceChildren());
  after(() => main.remove());

  for (const [what, ...words] of [
    ['banner', 'Well?', 'Fine'],
    ['preferences', 'What you allow', 'Shop', 'High Street 1', 'Anna', 'Research', 'Nobody asks you.', 'By a form.'],
    ['preferences', 'Survey', 'Survey Ltd', 'Three questions.', 'Else we guess.', 'None.', 'Write to us.'],
    ['request', 'Nobody asks you.', 'Survey Ltd'],
    ['declaration', 'Research', 'By a form.', 'Asks once.'],
  ] as const) {
    it(`are told on the ${what}, and only they: ${words.join(' ')}`, async () => {
      const surface = await show(what);
      await expectAccessible(surface);
      const all = read(surface);
      for (const word of words) expect(all.get(MARK + word), word).to.equal('en');
      for (const [text, language] of all) expect(language, text).to.equal(text.startsWith(MARK) ? 'en' : 'el');
    });
  }

  it('are told no more once the surface speaks it, and again when it does not', async () => {
    const panel = await show('preferences');
    for (const language of ['en', 'el', 'en']) {
      await consent.setLocale(language);
      await until(() => panel.lang === language);
      await panel.updateComplete;
      expect(new Set(read(panel).values()), language).to.deep.equal(new Set(language === 'en' ? ['en'] : ['en', 'el']));
    }
  });

  it('are told where a row alone is drawn anew, too', async () => {
    const panel = await show('preferences');
    panel.renderRoot.querySelector<HTMLElement>('[data-consent-category=research]')!.click();
    await panel.updateComplete;
    expect(read(panel).get(`${MARK}Research`)).to.equal('en');
  });

  describe('that the config gives without a tag', () => {
    const plain = (prevailingLanguage?: string): Config => ({
      ...(prevailingLanguage && { prevailingLanguage }),
      categories: [{ id: 'necessary' }, { id: 'research', title: 'Research' }],
    });
    const { documentElement: root } = document;
    const lang = root.lang;
    afterEach(() => (root.lang = lang));

    for (const [page, prevailing, spoken, expected] of [
      ['en', undefined, 'el', 'en'],
      ['en', 'fr', 'el', 'fr'],
      ['el', undefined, 'el', 'el'],
      ['el-GR', undefined, 'el', 'el'],
      ['', undefined, 'el', 'el'],
      ['no tag', undefined, 'el', 'no tag'],
      ['zh-CN', undefined, 'zh-Hans', 'zh-Hans'],
      ['zh-TW', undefined, 'zh-Hans', 'zh-TW'],
    ] as const) {
      it(`are in the language of the page (${page || 'none'})${prevailing ? `, unless ${prevailing} prevails` : ''}`, async () => {
        root.lang = page;
        const panel = await show('preferences', plain(prevailing), spoken);
        expect(read(panel).get('Research')).to.equal(expected);
      });
    }
  });
});
