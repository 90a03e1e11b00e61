import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import { open } from '../../src/ui/banner/open.js';
import type { CandorBanner } from '../../src/ui/banner/candor-banner.js';
import { attendSurfaces } from '../../src/ui/shared/attend-surfaces.js';
import { FakeConsent } from '../helpers/fake-consent.js';
import { until } from '../helpers/until.js';

const LINKS = 30;

const root = document.documentElement;
const room = (): string[] => {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(root);
  return [scrollPaddingTop, scrollPaddingBottom, getComputedStyle(root, '::after').height];
};

let fake: FakeConsent;
let banner: CandorBanner;
let page: HTMLElement;

/** Fills the page. */
function fill(html: string): void {
  page.innerHTML = html;
}

const links = (count = LINKS): string =>
  Array.from(
    { length: count },
    (_, index) => `<p style="margin: 24px 0"><a href="#l${index}">Link ${index}</a></p>`,
  ).join('');

async function show(config: Config = {}): Promise<void> {
  fake = new FakeConsent(config);
  const before = room().join();
  await open(fake.consent);
  attendSurfaces();
  banner = document.querySelector('candor-banner')!;
  const isModal = config.layout?.banner === 'dialog';
  await until(() => isModal || room().join() !== before);
}

/** How much of an element lies under the banner; in CSS pixels, across × down. */
function covered(element: Element): number {
  const one = element.getBoundingClientRect();
  const other = banner.getBoundingClientRect();
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0 && down > 0 ? across * down : 0;
}

const isSeen = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

describe('the focus', () => {
  beforeEach(async () => {
    await setViewport({ width: 390, height: 700 });
    page = document.createElement('main');
    document.body.append(page);
  });
  afterEach(async () => {
    banner.hide();
    banner.remove();
    page.remove();
    scrollTo(0, 0);
    await setViewport({ width: 1024, height: 768 });
  });

  for (const layout of [
    { banner: 'box', position: 'bottom-start' },
    { banner: 'box', position: 'top-end' },
    { banner: 'bar', position: 'bottom' },
    { banner: 'bar', position: 'top' },
  ] as const) {
    it(`is never under the banner, link by link, there and back: ${layout.banner}, ${layout.position}`, async () => {
      fill(links());
      await show({ layout });
      const all = [...page.querySelectorAll('a')];
      all[0]!.focus();
      for (const wanted of [all, [...all].reverse()]) {
        const isBack = wanted !== all;
        if (isBack) await sendKeys({ down: 'Shift' });
        for (const [index, link] of wanted.entries()) {
          if (index) await sendKeys({ press: 'Tab' });
          expect(document.activeElement).to.equal(link);
          expect(covered(link), link.textContent).to.equal(0);
          expect(isSeen(link), link.textContent).to.equal(true);
        }
        if (isBack) await sendKeys({ up: 'Shift' });
      }
    });
  }
});

describe('the room a banner takes', () => {
  before(() => setViewport({ width: 390, height: 700 }));
  beforeEach(() => {
    page = document.createElement('main');
    document.body.append(page);
  });
  afterEach(() => {
    banner.hide();
    banner.remove();
    page.remove();
    root.removeAttribute('style');
    scrollTo(0, 0);
  });
  after(() => setViewport({ width: 1024, height: 768 }));

  it('is given at the end of the page, so that its last line can be scrolled clear', async () => {
    fill(`${links()}<footer><a href="#imprint">Imprint</a></footer>`);
    await show();
    scrollTo(0, root.scrollHeight);
    expect(covered(page.querySelector('footer')!)).to.equal(0);
  });

  for (const [name, layout, given] of [
    ['below', { banner: 'bar' }, [false, true, true]],
    ['above', { banner: 'bar', position: 'top' }, [true, false, false]],
  ] as const) {
    it(`is taken on its own side, ${name}, and given back with the answer, as is what the page had set`, async () => {
      fill(links());
      root.style.scrollPaddingTop = '7px';
      root.style.scrollPaddingBottom = '3px';
      const before = [root.getAttribute('style'), ...room()];
      await show({ layout });
      const now = room();
      expect(now.map((each, index) => each !== before[index + 1])).to.deep.equal(given);
      for (const [index, each] of now.entries()) {
        if (given[index]) expect(parseFloat(each)).to.be.greaterThan(banner.offsetHeight);
      }
      fake.rejectAll();
      expect([root.getAttribute('style'), ...room()]).to.deep.equal(before);
      expect(document.adoptedStyleSheets).to.have.length(0);
    });
  }

  it('follows its size', async () => {
    fill(links());
    await show();
    const before = parseFloat(room()[1]!);
    fake.replaceConfig({ texts: { 'banner.title': 'A title that goes on and on. '.repeat(4) } });
    await until(() => parseFloat(room()[1]!) > before + 20);
  });

  it('goes with the banner when a filter hides it, and when a new layout makes it modal', async () => {
    fill(links());
    const before = room();
    await show();
    fake.replaceConfig({ layout: { banner: 'dialog' } });
    await until(() => room().join() === before.join());
    fake.replaceConfig({});
    await until(() => room().join() !== before.join());
    const style = document.createElement('style');
    style.textContent = 'candor-banner { display: none !important }';
    document.head.append(style);
    await until(() => room().join() === before.join());
    style.remove();
  });

  it('is not given for a banner that is modal', async () => {
    const before = room();
    await show({ layout: { banner: 'dialog' } });
    expect(room()).to.deep.equal(before);
  });

  it('moves nothing of the page, and brings no scroll bar', async () => {
    fill('<p>One line</p><p style="position: absolute; bottom: 0">The last</p>');
    const boxes = (): string =>
      JSON.stringify([root.clientWidth, ...Array.from(page.children, (each) => each.getBoundingClientRect())]);
    const before = boxes();
    await show();
    expect(boxes()).to.equal(before);
  });
});

describe('a banner that covers what no scrolling frees', () => {
  before(() => setViewport({ width: 390, height: 700 }));
  beforeEach(async () => {
    page = document.createElement('main');
    document.body.append(page);
    fill(`<button id="free">Free</button>
      <button id="chat" style="position: fixed; inset: auto 24px 24px auto">Chat</button>`);
    await show();
  });
  afterEach(() => {
    banner.hide();
    banner.remove();
    page.remove();
  });
  after(() => setViewport({ width: 1024, height: 768 }));

  const button = (id: string): HTMLElement => document.getElementById(id)!;

  it('makes way for it as long as it has the focus', async () => {
    expect(covered(button('chat'))).to.be.greaterThan(0);
    button('chat').focus();
    expect(covered(button('chat'))).to.equal(0);
    expect(banner.open).to.equal(true);
    button('free').focus();
    expect(covered(button('chat'))).to.be.greaterThan(0);
    button('chat').focus();
    button('chat').blur();
    expect(covered(button('chat'))).to.be.greaterThan(0);
  });

  it('comes back when the focus goes on to its own buttons', async () => {
    button('chat').focus();
    banner.renderRoot.querySelector('button')!.focus();
    const { top, bottom } = banner.getBoundingClientRect();
    expect([top >= 0, bottom <= innerHeight]).to.deep.equal([true, true]);
  });

  it('does not for what is as large as the page', async () => {
    page.tabIndex = -1;
    page.style.height = '2000px';
    page.focus();
    expect(covered(page)).to.be.greaterThan(0);
  });

  it('does not for a dialog of the page, which stands above it', async () => {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<button style="position: fixed; inset: auto 24px 24px auto">Close</button>';
    document.body.append(dialog);
    dialog.showModal();
    expect(covered(dialog.firstElementChild!)).to.be.greaterThan(0);
    dialog.remove();
  });
});
