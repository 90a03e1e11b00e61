import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import { open } from '../../src/ui/banner/open.js';
import { attendSurfaces } from '../../src/ui/shared/attend-surfaces.js';
import { FakeConsent } from '../helpers/fake-consent.js';
import { until } from '../helpers/until.js';

/** Everything that live regions of the banner have come to say, in order. */
let said: string[];
let fake: FakeConsent;
const watch = new MutationObserver((records) => {
  for (const { target, addedNodes } of records) {
    const region = target.parentElement?.closest('[role=status]') ?? (target as Element).closest?.('[role=status]');
    if (region && addedNodes.length) said.push(region.textContent);
  }
});

const banner = (): HTMLElement => document.querySelector('candor-banner')!;
const regions = (): Element[] => [...banner().shadowRoot!.querySelectorAll('[role=status], [aria-live]')];

async function show(config: Config = {}): Promise<void> {
  fake = new FakeConsent(config, { locales: ['en', 'zh-Hans'] });
  await open(fake.consent);
  watch.observe(banner().shadowRoot!, { childList: true, characterData: true, subtree: true });
  attendSurfaces();
}

describe('a banner that comes', () => {
  beforeEach(() => (said = []));
  afterEach(() => {
    watch.disconnect();
    fake.dispatchEvent(new CustomEvent('dismiss'));
    banner().remove();
  });

  it('is told of by its title, once, in a region that stood there empty, and takes no focus', async () => {
    await show();
    expect(regions().map(({ textContent }) => textContent)).to.deep.equal(['']);
    await until(() => said.length);
    expect(said).to.deep.equal(['Your data, your choice']);
    expect(document.activeElement).to.equal(document.body);
    const [region] = regions();
    expect(region!.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(getComputedStyle(region!).clipPath).to.equal('inset(50%)');
  });

  it('is not told of again, neither in another language nor in another state', async () => {
    await show();
    await until(() => said.length);
    await fake.setLocale('zh-Hans');
    await until(() => banner().lang === 'zh-Hans');
    fake.replaceConfig({ categories: [{ id: 'analytics' }] });
    attendSurfaces();
    await new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(said).to.deep.equal(['Your data, your choice']);
  });

  it('leaves nothing to be read twice', async () => {
    await show();
    await until(() => said.length);
    await until(() => !regions().length);
  });

  it('is told of again when it comes again', async () => {
    await show();
    await until(() => said.length);
    fake.dispatchEvent(new CustomEvent('dismiss'));
    expect(regions()).to.deep.equal([]);
    await open(fake.consent);
    attendSurfaces();
    await until(() => said.length > 1);
  });

  it('needs no such region where it is modal and takes the focus to its title', async () => {
    await show({ layout: { banner: 'dialog' } });
    expect(regions()).to.deep.equal([]);
    expect(banner().shadowRoot!.activeElement?.id).to.equal('title');
  });
});
