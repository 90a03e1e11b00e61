import { expect } from 'chai';
import type { Consent } from '../../src/core/consent.js';
import { hasOwnButton, hasOwnControl, serveControls } from '../../src/page/controls.js';

describe('the page’s own controls', () => {
  let stop: AbortController;
  let calls: unknown[][];
  const page = document.createElement('main');

  /** A consent that only notes what it is asked to do. */
  const noting = new Proxy({} as Consent, {
    get:
      (_target, name) =>
      (...args: unknown[]) =>
        calls.push([name, ...args]),
  });

  beforeEach(() => {
    stop = new AbortController();
    calls = [];
    document.body.append(page);
    serveControls(noting, stop.signal);
  });
  afterEach(() => {
    stop.abort();
    page.replaceChildren();
    page.remove();
  });

  const click = (html: string, selector: string): boolean => {
    page.innerHTML = html;
    return page
      .querySelector(selector)!
      .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
  };

  for (const [action, call] of [
    ['preferences', ['show', 'preferences']],
    ['banner', ['show', 'banner']],
    ['accept-all', ['acceptAll']],
    ['reject-all', ['rejectAll']],
    ['withdraw', ['withdraw']],
  ] as const) {
    it(`do ${action}, and nothing else`, () => {
      const goesOn = click(`<a href="/privacy" data-candor="${action}">x</a>`, 'a');
      expect(calls).to.deep.equal([call]);
      expect(goesOn).to.equal(false);
    });
  }

  it('serve clicks on what is in them', () => {
    click('<button data-candor="withdraw"><b><i>x</i></b></button>', 'i');
    expect(calls).to.deep.equal([['withdraw']]);
  });

  it('leave other clicks alone', () => {
    const goesOn = click('<button>x</button><button data-candor="withdraw">y</button>', 'button');
    expect(calls).to.deep.equal([]);
    expect(goesOn).to.equal(true);
  });

  it('leave clicks on the document alone', () => {
    document.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    dispatchEvent(new MouseEvent('click'));
    expect(calls).to.deep.equal([]);
  });

  const shadowOf = (selector: string, html: string, mode: ShadowRootMode = 'open'): ShadowRoot => {
    const root = page.querySelector(selector)!.attachShadow({ mode });
    root.innerHTML = html;
    return root;
  };

  it('may stand in a shadow root', () => {
    page.innerHTML = '<div></div>';
    shadowOf('div', '<p><button data-candor="withdraw"><b>x</b></button></p>').querySelector('b')!.click();
    expect(calls).to.deep.equal([['withdraw']]);
  });

  it('may hold an icon with a shadow root', () => {
    page.innerHTML = '<button data-candor="withdraw"><span></span></button>';
    shadowOf('span', '<b>x</b>').querySelector('b')!.click();
    expect(calls).to.deep.equal([['withdraw']]);
  });

  it('may hold an icon that is an image', () => {
    click('<button data-candor="withdraw"><svg><path></path></svg></button>', 'path');
    expect(calls).to.deep.equal([['withdraw']]);
  });

  it('the innermost counts', () => {
    click('<div data-candor="preferences"><button data-candor="withdraw">x</button></div>', 'button');
    expect(calls).to.deep.equal([['withdraw']]);
  });

  it('are served no longer after the end', () => {
    stop.abort();
    expect(click('<button data-candor="withdraw">x</button>', 'button')).to.equal(true);
    expect(calls).to.deep.equal([]);
  });

  for (const [html, control, button] of [
    ['<button data-candor="preferences">x</button>', true, false],
    ['<candor-button></candor-button>', false, true],
    ['<button data-candor="accept-all">x</button>', false, false],
    ['<candor-banner><p slot="actions"><button data-candor="preferences">x</button></p></candor-banner>', false, false],
    ['<candor-notice><button slot="actions" data-candor="preferences">x</button></candor-notice>', false, false],
    ['<footer-of-theirs><a slot="end" data-candor="preferences">x</a></footer-of-theirs>', true, false],
    ['', false, false],
  ] as const) {
    it(`${html || 'an empty page'}: ${control ? 'a' : 'no'} control, ${button ? 'a' : 'no'} button of its own`, () => {
      page.innerHTML = html;
      expect([hasOwnControl(), hasOwnButton()]).to.deep.equal([control, button]);
    });
  }
});
