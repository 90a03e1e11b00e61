import { expect } from 'chai';
import type { WithRare } from '../../src/gate/gates.js';
import { reportFailure } from '../../src/gate/report-failure.js';
import * as templates from '../../src/gate/templates.js';
import {
  blobUrl,
  choose,
  count,
  endGates,
  external,
  find,
  holdAnswers,
  leaves,
  put,
  settled,
  startGates,
  stateOf,
  trace,
  traced,
} from '../helpers/gated.js';
import { until } from '../helpers/until.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const frameUrl = (): string => blobUrl('<p>inside</p>', 'text/html');
const inside = (frame: HTMLIFrameElement): string => frame.contentDocument?.body?.textContent ?? '';

describe('a gated element', () => {
  afterEach(endGates);

  for (const [html, name] of [
    ['<iframe data-consent="social" data-src="about:blank#x" title="x"></iframe>', 'src'],
    [`<img data-consent="social" data-src="${PIXEL}" alt="">`, 'src'],
    [`<img data-consent="social" data-srcset="${PIXEL} 2x" alt="">`, 'srcset'],
    [`<picture><source data-consent="social" data-srcset="${PIXEL}"><img alt=""></picture>`, 'srcset'],
    [`<video data-consent="social" data-poster="${PIXEL}"></video>`, 'poster'],
    ['<video data-consent="social" data-src="data:video/mp4,"></video>', 'src'],
    ['<audio data-consent="social" data-src="data:audio/mp3,"></audio>', 'src'],
    ['<video><source data-consent="social" data-src="data:video/mp4,"></video>', 'src'],
    ['<embed data-consent="social" data-src="data:text/plain,">', 'src'],
    [`<object data-consent="social" data-data="${PIXEL}"></object>`, 'data'],
    ['<link data-consent="social" rel="stylesheet" data-href="data:text/css,">', 'href'],
  ] as const) {
    const tag = /<(\w+) data-consent/.exec(html)?.[1];
    it(`<${tag}> has its ${name} while the answer is yes, and only then`, async () => {
      const element = put(html);
      const address = element.getAttribute(`data-${name}`);
      startGates({ social: false });
      await settled();
      expect(element.hasAttribute(name)).to.equal(false);
      expect(stateOf(element)).to.equal(null);
      for (let round = 0; round < 2; round++) {
        choose({ social: true });
        await until(() => element.getAttribute(name) === address);
        expect(stateOf(element)).to.equal('granted');
        choose({ social: false });
        expect(element.hasAttribute(name)).to.equal(false);
        expect(stateOf(element)).to.equal(null);
        expect(element.isConnected).to.equal(true);
      }
    });
  }

  it('that is added later, or marked later, counts the same', async () => {
    startGates({ social: true });
    const added = put(`<div><p><img data-consent="social" data-src="${PIXEL}" alt=""></p></div>`);
    await until(() => added.hasAttribute('src'));
    const marked = document.createElement('img');
    marked.dataset['src'] = PIXEL;
    added.after(marked);
    await settled();
    expect(marked.hasAttribute('src')).to.equal(false);
    marked.dataset['consent'] = 'social';
    await until(() => marked.hasAttribute('src'));
  });

  it('whose mark becomes another one follows that', async () => {
    startGates({ social: true, analytics: false });
    const element = put<HTMLImageElement>(`<img data-consent="social" data-src="${PIXEL}" alt="">`);
    await until(() => element.hasAttribute('src'));
    element.dataset['consent'] = 'analytics';
    await until(() => !element.hasAttribute('src'));
  });

  it('that pretends to be released is silenced', async () => {
    startGates({ social: false });
    const element = put(
      `<img data-consent="social" data-consent-state="granted" data-src="${PIXEL}" src="${PIXEL}" alt="">`,
    );
    await until(() => !element.hasAttribute('src'));
  });

  it('that is taken out again at once does no harm', async () => {
    startGates({ social: false });
    const gone = put(`<img data-consent="social" data-consent-state="granted" data-src="${PIXEL}" alt="">`);
    gone.remove();
    const other = put(
      `<img data-consent="social" data-consent-state="granted" data-src="${PIXEL}" src="${PIXEL}" alt="">`,
    );
    await until(() => !other.hasAttribute('src'));
  });

  it('keeps an address that is not for us to take', async () => {
    const element = put(`<video data-consent="social" data-poster="${PIXEL}" src="data:video/mp4,"></video>`);
    startGates({ social: true });
    await until(() => stateOf(element));
    choose({ social: false });
    expect(element.hasAttribute('poster')).to.equal(false);
    expect(element.hasAttribute('src')).to.equal(true);
  });

  it('with !id loads while the answer is not yes', async () => {
    const element = put(`<img data-consent="!social" data-src="${PIXEL}" alt="">`);
    startGates({ social: false });
    await until(() => element.hasAttribute('src'));
    choose({ social: true });
    expect(element.hasAttribute('src')).to.equal(false);
  });

  it('is silenced in the task of the no, but loads only after what it is to wait for', async () => {
    const element = put(`<img data-consent="social" data-src="${PIXEL}" alt="">`);
    startGates({ social: false });
    let go = (): void => {};
    choose({ social: true }, new Promise<void>((resolve) => (go = resolve)));
    await settled();
    expect(element.hasAttribute('src')).to.equal(false);
    go();
    await until(() => element.hasAttribute('src'));
    choose({ social: false }, new Promise(() => {}));
    expect(element.hasAttribute('src')).to.equal(false);
  });

  it('whose yes is taken back while it waits does not load', async () => {
    const element = put(`<img data-consent="social" data-src="${PIXEL}" alt="">`);
    startGates({ social: false });
    choose({ social: true }, Promise.resolve());
    choose({ social: false });
    await settled();
    expect(element.hasAttribute('src')).to.equal(false);
  });
});

describe('what a gated element brings', () => {
  afterEach(endGates);

  it('an iframe shows its page, then none, stays the same element and leaves no history', async () => {
    const frame = put<HTMLIFrameElement>(`<iframe data-consent="social" data-src="${frameUrl()}" title="x"></iframe>`);
    startGates({ social: false });
    const { length } = history;
    for (let round = 0; round < 2; round++) {
      choose({ social: true });
      await until(() => inside(frame) === 'inside');
      choose({ social: false });
      await until(() => inside(frame) === '' && frame.contentWindow?.location.href === 'about:blank');
    }
    expect(find('iframe')).to.equal(frame);
    expect(history.length).to.equal(length);
  });

  it('an image is seen, then not', async () => {
    const image = put<HTMLImageElement>(`<img data-consent="social" data-src="${PIXEL}" alt="">`);
    startGates({ social: true });
    await until(() => image.naturalWidth === 1);
    choose({ social: false });
    await until(() => image.naturalWidth === 0);
  });

  it('a style sheet holds, then no longer', async () => {
    const css = blobUrl('main { outline: 7px solid }', 'text/css');
    put(`<link rel="stylesheet" data-consent="social" data-href="${css}">`);
    const main = document.querySelector('main')!;
    startGates({ social: true });
    await until(() => getComputedStyle(main).outlineWidth === '7px');
    choose({ social: false });
    await until(() => getComputedStyle(main).outlineWidth !== '7px');
  });

  it('a video forgets its source', async () => {
    const video = put<HTMLVideoElement>('<video data-consent="social" data-src="data:video/mp4,AAAA"></video>');
    startGates({ social: true });
    await until(() => video.error);
    choose({ social: false });
    expect(video.error).to.equal(null);
    await until(() => video.networkState === HTMLMediaElement.NETWORK_EMPTY);
  });

  it('a video’s source is tried', async () => {
    put('<video><source data-consent="social" data-src="data:video/mp4,AAAA"></video>');
    startGates({ social: false });
    await settled();
    const source = find('source');
    const tried = new Promise((resolve) => source.addEventListener('error', resolve));
    choose({ social: true });
    await tried;
    expect(source.hasAttribute('src')).to.equal(true);
  });
});

describe('a gated template', () => {
  afterEach(endGates);

  const inline = (word: string, attributes = ''): string => `<script ${attributes}>${leaves(word)}</script>`;

  it('puts its content behind itself, and takes it away', async () => {
    put('<template data-consent="social"><b>one</b> two <b>three</b></template><i>other</i>');
    startGates({ social: false });
    await settled();
    expect(count('b')).to.equal(0);
    for (let round = 0; round < 2; round++) {
      choose({ social: true });
      await until(() => count('b') === 2);
      const template = find('template');
      expect(template.nextSibling).to.equal(find('b'));
      expect(stateOf(template)).to.equal('granted');
      expect(find('main > i, i').textContent).to.equal('other');
      choose({ social: false });
      expect(count('b')).to.equal(0);
      expect(template.parentElement?.textContent).to.equal('other');
      expect(stateOf(template)).to.equal(null);
    }
  });

  it('runs its scripts once, in order', async () => {
    put(
      `<template data-consent="social"><div>${inline('1')}<script src="${external('2')}"></script></div>` +
        `<script type="module" src="${external('3')}"></script>${inline('4', 'type="text/javascript"')}</template>`,
    );
    startGates({ social: true });
    await traced(4);
    choose({ social: true });
    await settled();
    expect(trace).to.deep.equal(['1', '2', '3', '4']);
  });

  it('runs its scripts anew with the next yes', async () => {
    put(`<template data-consent="social"><p>x</p>${inline('ran')}</template>`);
    startGates({ social: true });
    await traced(1);
    choose({ social: false });
    expect(count('p')).to.equal(0);
    choose({ social: true });
    await traced(2);
    expect(count('p')).to.equal(1);
    expect(count('script:not([data-consent])')).to.equal(1);
  });

  it('takes away what its scripts put beside themselves', async () => {
    put(
      `<template data-consent="social"><script>document.currentScript.after(document.createElement('u'))</script></template>`,
    );
    startGates({ social: true });
    await until(() => count('u') === 1);
    choose({ social: false });
    expect(count('u')).to.equal(0);
  });

  it('leaves what is gated inside for its own yes', async () => {
    put(
      `<template data-consent="social"><img data-consent="analytics" data-src="${PIXEL}" alt="">` +
        `<script type="text/plain" data-consent="analytics">${leaves('inner')}</script>${inline('outer')}</template>`,
    );
    startGates({ social: true, analytics: false });
    await traced(1);
    await settled();
    expect(trace).to.deep.equal(['outer']);
    expect(find('img').hasAttribute('src')).to.equal(false);
    choose({ analytics: true });
    await traced(2);
    await until(() => find('img').hasAttribute('src'));
  });

  it('leaves data alone', async () => {
    put('<template data-consent="social"><script type="application/json">{"a":1}</script></template>');
    startGates({ social: true });
    await until(() => count('script[type="application/json"]') === 1);
    expect(find('script').textContent).to.equal('{"a":1}');
  });

  it('runs none of its scripts after the no', async () => {
    const answer = holdAnswers('data-slow');
    put(
      `<template data-consent="social"><script src="${external('first')}" data-slow></script>${inline('second')}</template>`,
    );
    startGates({ social: true });
    await traced(1);
    choose({ social: false });
    answer();
    await settled();
    expect(trace).to.deep.equal(['first']);
    expect(count('script')).to.equal(0);
  });

  describe('whose machinery is still on its way', () => {
    /** What is asked for, to be answered by the test. */
    let asked: Parameters<WithRare>[] = [];
    const arrive = (): void => asked.splice(0).forEach(([then]) => then({ ...templates, reportFailure }));
    const fail = (): void => asked.splice(0).forEach(([, otherwise]) => otherwise?.());

    beforeEach(async () => {
      asked = [];
      put('<template data-consent="social"><b>x</b></template>');
      startGates({ social: true }, { withRare: (...ask) => void asked.push(ask) });
      await until(() => asked.length === 1);
    });

    it('is released when it arrives', () => {
      expect(count('b')).to.equal(0);
      arrive();
      expect(count('b')).to.equal(1);
    });

    it('stays closed when the answer is taken back meanwhile', () => {
      choose({ social: false });
      arrive();
      expect(count('b')).to.equal(0);
    });

    it('is released once when the answer changes there and back meanwhile', async () => {
      choose({ social: false });
      choose({ social: true });
      await until(() => asked.length === 3);
      arrive();
      expect(count('b')).to.equal(1);
    });

    it('stays closed when it cannot be had, and opens with the next pass when it can', async () => {
      fail();
      expect(count('b')).to.equal(0);
      expect(stateOf(find('template'))).to.equal(null);
      asked = [];
      choose({});
      await until(() => asked.length === 1);
      arrive();
      expect(count('b')).to.equal(1);
    });
  });

  for (const [what, move] of [
    ['to the end', (template: Element) => template.parentElement?.append(template)],
    ['behind its content', (template: Element) => find('i').after(template)],
    ['elsewhere', (template: Element) => find('div').append(template)],
    ['out of the page', (template: Element) => template.remove()],
  ] as const) {
    it(`that the host has moved ${what} takes nothing of the host’s along`, async () => {
      put('<template data-consent="social"><b>x</b></template><i>one</i><i>two</i><div></div>');
      startGates({ social: true });
      await until(() => count('b') === 1);
      move(find('template'));
      await settled();
      choose({ social: false });
      await settled();
      expect(count('i')).to.equal(2);
      expect(count('div')).to.equal(1);
    });
  }
});
