import { expect } from 'chai';
import type { CandorBanner } from '../../src/ui/banner/candor-banner.js';
import '../../src/ui/banner/define.js';
import { FakeConsent } from '../helpers/fake-consent.js';
import { answered, until } from '../helpers/until.js';

/** Ways to hide an element that leave it its box. */
const VEILS = {
  opacity: '0',
  visibility: 'hidden',
  clip: 'rect(0px, 0px, 0px, 0px)',
  'clip-path': 'inset(50%)',
};

let banner: CandorBanner;
let fake: FakeConsent;

async function mount(layout: 'box' | 'dialog'): Promise<void> {
  fake = new FakeConsent({ layout: { banner: layout } });
  banner = document.createElement('candor-banner');
  banner.consent = fake.consent;
  document.body.before(banner);
  await banner.show();
}

describe('a surface whose host somebody hides', () => {
  afterEach(() => {
    banner.remove();
    document.documentElement.removeAttribute('style');
  });

  for (const [property, value] of Object.entries({ ...VEILS, display: 'none', 'content-visibility': 'hidden' })) {
    it(`closes itself where it is a dialog (${property}: ${value})`, async () => {
      await mount('dialog');
      const dialog = banner.renderRoot.querySelector('dialog')!;
      banner.style.setProperty(property, value, 'important');
      await until(() => !banner.open);
      expect(dialog.open).to.equal(false);
      expect(fake.calls).to.deep.equal([]);
    });
  }

  for (const [property, value] of Object.entries(VEILS)) {
    it(`lets clicks through where it stands beside the page, until it is seen again (${property}: ${value})`, async () => {
      await mount('box');
      banner.style.setProperty(property, value, 'important');
      await until(() => getComputedStyle(banner).pointerEvents === 'none');
      expect(banner.open).to.equal(true);
      banner.style.removeProperty(property);
      await until(() => getComputedStyle(banner).pointerEvents === 'auto');
    });
  }

  it('can still be answered by a program', async () => {
    await mount('box');
    banner.style.setProperty('opacity', '0', 'important');
    await until(() => getComputedStyle(banner).pointerEvents === 'none');
    banner.renderRoot.querySelector<HTMLElement>('[data-consent-action="reject-all"]')!.click();
    await answered();
    expect(fake.calls).to.have.length(1);
  });

  it('stays where the whole page is hidden for a while', async () => {
    await mount('dialog');
    let looks = 0;
    const own = globalThis.getComputedStyle;
    globalThis.getComputedStyle = (element, pseudo) => {
      if (element === document.documentElement) looks++;
      return own(element, pseudo);
    };
    document.documentElement.style.visibility = 'hidden';
    document.documentElement.style.opacity = '0';
    await until(() => looks > 2);
    globalThis.getComputedStyle = own;
    expect(banner.open).to.equal(true);
  });
});
