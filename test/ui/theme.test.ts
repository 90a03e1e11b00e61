import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { contrast, type Colour } from '../../src/core/colour.js';
import type { Config } from '../../src/core/config.js';
import { LOOKS, type Look } from '../../src/core/looks.js';
import { corrections } from '../../src/theme.js';
import type { CandorBanner } from '../../src/ui/banner/candor-banner.js';
import '../../src/ui/banner/define.js';
import { expectAccessible } from '../helpers/axe.js';
import { FakeConsent } from '../helpers/fake-consent.js';
import { until } from '../helpers/until.js';

const CONFIG: Config = { controller: { privacyPolicy: '/privacy' } };

let banner: CandorBanner;
let fake: FakeConsent;

async function mount(config: Config): Promise<void> {
  banner?.remove();
  fake = new FakeConsent({ ...CONFIG, ...config });
  banner = document.createElement('candor-banner');
  banner.consent = fake.consent;
  document.body.before(banner);
  await banner.show();
}

const find = (selector: string): HTMLElement => banner.renderRoot.querySelector<HTMLElement>(selector)!;

/** A colour as it was computed, whatever notation the browser writes it in. */
function computed(selector: string, property: 'color' | 'backgroundColor'): Colour {
  const probe = document.createElement('i');
  const value = getComputedStyle(find(selector))[property];
  probe.style.color = `color-mix(in srgb, ${value}, ${value})`;
  document.body.append(probe);
  const numbers = getComputedStyle(probe)
    .color.match(/[-\d.e]+/g)!
    .map(Number);
  probe.remove();
  return numbers.slice(0, 3) as unknown as Colour;
}

const ANSWER = '[data-consent-action="accept-all"]';
const surface = (): Colour => computed('.surface', 'backgroundColor');

const onAnswer = (): number => contrast(computed(ANSWER, 'color'), computed(ANSWER, 'backgroundColor'));

/** Whichever a browser can be given: names, functions, one for each scheme, one of the page's own. */
const BRANDS = [
  '#ffe600',
  'rebeccapurple',
  'oklch(62% 0.19 40)',
  'hsl(200 90% 50%)',
  'color(display-p3 0 0.6 0.9)',
  'light-dark(#ddd, #222)',
  'var(--brand)',
  'color-mix(in oklch, tomato, gold)',
];

describe('a theme', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' }));
  beforeEach(() => setViewport({ width: 1024, height: 768 }));
  afterEach(() => {
    banner.remove();
    document.documentElement.removeAttribute('style');
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const accent of BRANDS) {
      it(`can be read with ${accent} as its accent, ${scheme}`, async () => {
        document.documentElement.style.setProperty('--brand', 'mediumseagreen');
        await mount({ theme: { scheme, accent } });
        expect(onAnswer()).to.be.at.least(4.5);
        expect(contrast(computed(ANSWER, 'backgroundColor'), surface())).to.be.at.least(3);
        expect(contrast(computed('p', 'color'), surface())).to.be.at.least(7);
      });

      it(`has letters that can be read on ${accent} where only the page’s style sheet says so, ${scheme}`, async () => {
        document.documentElement.style.cssText = `--brand: mediumseagreen; --candor-accent: ${accent}; color-scheme: ${scheme}`;
        await mount({});
        expect(onAnswer()).to.be.at.least(4.5);
      });
    }
  }

  for (const look of Object.keys(LOOKS) as Look[]) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`passes the accessibility audit as ${look}, ${scheme}`, async () => {
        await mount({ theme: { look, scheme } });
        await expectAccessible(banner);
        expect(contrast(computed('h2', 'color'), surface())).to.be.at.least(7);
        expect(contrast(computed('p', 'color'), surface())).to.be.at.least(7);
        const [reject, accept] = ['reject-all', 'accept-all'].map((name) => find(`[data-consent-action="${name}"]`));
        const { width, height } = accept!.getBoundingClientRect();
        expect(reject!.getBoundingClientRect().width).to.be.closeTo(width, 0.5);
        expect(reject!.getBoundingClientRect().height).to.be.closeTo(height, 0.5);
        for (const key of ['backgroundColor', 'color', 'fontWeight', 'fontSize', 'borderTopColor'] as const)
          expect(getComputedStyle(reject!)[key], key).to.equal(getComputedStyle(accept!)[key]);
        expect(corrections(fake.consent)).to.deep.equal([]);
      });
    }
  }

  it('takes what can be read as it is, and the page’s own tokens before those of the look', async () => {
    document.documentElement.style.setProperty('--candor-background', 'rgb(240, 250, 255)');
    await mount({ theme: { look: 'cloud', scheme: 'light', accent: 'rgb(0, 80, 0)' } });
    expect(getComputedStyle(find(ANSWER)).backgroundColor).to.equal('rgb(0, 80, 0)');
    expect(getComputedStyle(find('.surface')).backgroundColor).to.equal('rgb(240, 250, 255)');
    expect(corrections(fake.consent)).to.deep.equal([]);
  });

  it('tells what it corrects, and what is no colour', async () => {
    await mount({ theme: { scheme: 'light', accent: '#ffe600', color: 'url(/leak)', muted: 'var(--nowhere)' } });
    expect(corrections(fake.consent).map(({ key, given }) => [key, given])).to.deep.equal([
      ['color', undefined],
      ['muted', undefined],
      ['accent', '#ffe600'],
    ]);
    expect(contrast(computed('p', 'color'), surface())).to.be.at.least(7);
  });

  it('follows the visitor’s scheme while it is open', async () => {
    await mount({ theme: { look: 'editorial', accent: '#7a1f2b' } });
    await emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await until(() => getComputedStyle(find('.surface')).backgroundColor === 'rgb(30, 27, 23)');
    expect(onAnswer()).to.be.at.least(4.5);
    expect(contrast(computed(ANSWER, 'backgroundColor'), surface())).to.be.at.least(3);
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  });

  it('is taken off again with a config that says nothing', async () => {
    await mount({});
    const plain = getComputedStyle(find('.surface')).cssText + getComputedStyle(find(ANSWER)).cssText;
    fake.replaceConfig({ ...CONFIG, theme: { look: 'public', scheme: 'dark' }, layout: { density: 'compact' } });
    await until(() => getComputedStyle(find('.surface')).borderTopWidth === '2px');
    fake.replaceConfig(CONFIG);
    await until(() => getComputedStyle(find('.surface')).borderTopWidth === '1px');
    expect(getComputedStyle(find('.surface')).cssText + getComputedStyle(find(ANSWER)).cssText).to.equal(plain);
    expect(banner.style.getPropertyValue('--candor-accent')).to.equal('');
  });

  it('leaves less room where it is compact, and 44 pixels for a finger', async () => {
    await mount({});
    const { height } = find('.surface').getBoundingClientRect();
    await mount({ layout: { density: 'compact' } });
    expect(find('.surface').getBoundingClientRect().height).to.be.lessThan(height - 40);
    for (const button of banner.renderRoot.querySelectorAll('[data-consent-action]'))
      expect(button.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('speaks in a font of its own where one is given, else in the page’s', async () => {
    document.body.style.fontFamily = 'monospace';
    await mount({});
    expect(getComputedStyle(find(ANSWER)).fontFamily).to.equal('monospace');
    await mount({ theme: { font: 'serif' } });
    expect(getComputedStyle(find(ANSWER)).fontFamily).to.equal('serif');
    document.body.style.fontFamily = '';
  });
});

describe('a banner in the page', () => {
  beforeEach(() => setViewport({ width: 1024, height: 768 }));
  afterEach(() => {
    banner.remove();
    document.querySelector('main')?.remove();
  });

  const INLINE: Config = { layout: { banner: 'inline' } };

  it('stands in the element the page has for it, in the flow and below everything that floats', async () => {
    const main = document.createElement('main');
    main.innerHTML = '<p>Before</p><div data-candor="inline"></div><p>After</p>';
    document.body.append(main);
    await mount(INLINE);
    await until(() => banner.parentElement?.dataset['candor'] === 'inline');
    const [before, after] = Array.from(main.querySelectorAll('p'), (each) => each.getBoundingClientRect());
    const box = find('.surface').getBoundingClientRect();
    expect(box.top).to.be.at.least(before!.bottom);
    expect(box.bottom).to.be.at.most(after!.top);
    expect(box.height).to.be.greaterThan(100);
    expect(banner.matches(':popover-open')).to.equal(false);
    expect(banner.open).to.equal(true);
    banner.hide();
    await until(() => !banner.getClientRects().length);
  });

  it('stands at the start of the body where the page has no element for it', async () => {
    await mount(INLINE);
    await until(() => document.body.firstElementChild === banner);
  });

  it('stays where the page has put it', async () => {
    const main = document.createElement('main');
    main.innerHTML = '<p>Before</p><div data-candor="inline"></div>';
    document.body.append(main);
    banner?.remove();
    fake = new FakeConsent({ ...CONFIG, ...INLINE });
    banner = document.createElement('candor-banner');
    banner.consent = fake.consent;
    main.prepend(banner);
    await banner.show();
    expect(main.firstElementChild).to.equal(banner);
  });

  it('goes above the page again with a config that says so', async () => {
    await mount(INLINE);
    await until(() => document.body.firstElementChild === banner);
    fake.replaceConfig({ ...CONFIG, layout: { banner: 'box' } });
    await until(() => banner.matches(':popover-open'));
    fake.replaceConfig({ ...CONFIG, ...INLINE });
    await until(() => !banner.matches(':popover-open'));
    expect(banner.open).to.equal(true);
  });
});
