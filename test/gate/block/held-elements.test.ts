import { expect } from 'chai';
import {
  decide,
  endBlock,
  image,
  main,
  script,
  settled,
  startBlock,
  stopBlock,
  trace,
  wasAsked,
} from '../../helpers/blocked.js';
import { until } from '../../helpers/until.js';

const { host } = location;
const FOLDER = '/test/gate/block/files/';
const NAMESPACE = { svg: 'http://www.w3.org/2000/svg', xlink: 'http://www.w3.org/1999/xlink' };

const create = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), properties);

const attribute = (name: string, value: string): Attr => {
  const found = document.createAttribute(name);
  found.value = value;
  return found;
};

afterEach(endBlock);

describe('a held script', () => {
  it('runs after the yes, the same element, with its listeners', async () => {
    startBlock();
    const element = create('script', { src: script('same') });
    let loads = 0;
    element.onload = () => (loads += 1);
    main.append(element);
    await settled();
    expect([trace, loads, wasAsked('same')]).to.deep.equal([[], 0, false]);
    decide({ analytics: true });
    await until(() => loads);
    expect(trace).to.deep.equal(['same']);
    expect(main.firstElementChild).to.equal(element);
    expect(element.outerHTML).to.equal(`<script src="${script('same').replace('&', '&amp;')}"></script>`);
  });

  const ways: Record<string, (element: HTMLScriptElement, url: string) => unknown> = {
    'its property': (element, url) => (element.src = url),
    'setAttribute()': (element, url) => element.setAttribute('src', url),
    'setAttribute() in capitals': (element, url) => element.setAttribute('SRC', url),
    'setAttributeNS()': (element, url) => element.setAttributeNS(null, 'src', url),
    'setAttributeNode()': (element, url) => element.setAttributeNode(attribute('src', url)),
    'setAttributeNodeNS()': (element, url) => element.setAttributeNodeNS(attribute('src', url)),
    'the value of an attribute': (element, url) => {
      element.setAttribute('src', '');
      element.getAttributeNode('src')!.value = url;
    },
    'an object with a text': (element, url) => (element.src = { toString: () => url } as unknown as string),
    'a fragment': (element, url) =>
      element.replaceWith(document.createRange().createContextualFragment(`<script src="${url}"></script>`)),
    'a copy': (element, url) => {
      element.src = url;
      element.replaceWith(element.cloneNode());
    },
  };
  for (const [way, set] of Object.entries(ways)) {
    it(`may have got its address by ${way}`, async () => {
      startBlock();
      const query = encodeURIComponent(way);
      const parent = document.createElement('div');
      const element = document.createElement('script');
      parent.append(element);
      set(element, script(query));
      main.append(...parent.childNodes);
      await settled();
      expect([trace, wasAsked(query)]).to.deep.equal([[], false]);
      decide({ analytics: true });
      await until(() => trace.length);
      expect(trace).to.deep.equal([query]);
      await settled();
      expect(trace.length).to.equal(1);
    });
  }

  it('of SVG is held by either of its names', async () => {
    startBlock();
    for (const name of ['href', 'xlink:href']) {
      const element = document.createElementNS(NAMESPACE.svg, 'script');
      element.setAttributeNS(name === 'href' ? null : NAMESPACE.xlink, name, script(name));
      const svg = document.createElementNS(NAMESPACE.svg, 'svg');
      svg.append(element);
      main.append(svg);
    }
    await settled();
    expect(trace).to.deep.equal([]);
    decide({ analytics: true });
    await until(() => trace.length === 2);
  });

  it('that is a module runs after the yes', async () => {
    startBlock();
    const element = create('script', { type: 'module', src: script('module') });
    main.append(element);
    await settled();
    decide({ analytics: true });
    await new Promise((resolve) => (element.onload = resolve));
    expect(wasAsked('module')).to.equal(true);
  });

  it('says where it would come from', () => {
    startBlock();
    const element = create('script', { src: script('told') });
    expect(element.src).to.equal(new URL(script('told'), location.href).href);
    element.src = '/free.js';
    expect(element.outerHTML).to.equal('<script src="/free.js"></script>');
    element.src = script('told');
    element.removeAttribute('src');
    expect(element.outerHTML).to.equal('<script></script>');
  });

  it('keeps the order of its service, behind one that fails too; what is async waits for nobody', async () => {
    startBlock({ analytics: [`${host}${FOLDER}leave.js`, `${host}/missing/`], social: [`${host}${FOLDER}mark`] });
    const add = (src: string, isAsync?: true): void =>
      main.append(Object.assign(create('script', { src }), isAsync ? { async: true } : {}));
    add(script('1'));
    add('/missing/none.js');
    add(script('2'));
    add(script('async'), true);
    add(script('3'));
    decide({ analytics: true });
    await until(() => trace.length === 4);
    expect(trace.filter((word) => word !== 'async')).to.deep.equal(['1', '2', '3']);
  });

  it('whose yes is taken back before its turn stays held', async () => {
    startBlock();
    main.append(create('script', { src: script('early') }));
    decide({ analytics: true });
    decide({ analytics: false });
    await settled();
    await settled();
    expect(trace).to.deep.equal([]);
    decide({ analytics: true });
    await until(() => trace.length === 1);
  });

  it('runs once, however often the answer changes', async () => {
    startBlock();
    const element = create('script', { src: script('once') });
    main.append(element);
    for (let round = 0; round < 2; round++) {
      decide({ analytics: true });
      await until(() => trace.length === 1);
      decide({ analytics: false });
      main.append(element);
    }
    await settled();
    decide({ analytics: true });
    main.append(create('script', { src: script('next') }));
    await until(() => trace.length === 2);
    expect(trace).to.deep.equal(['once', 'next']);
  });

  it('of an address that cannot be read is held, until all say yes', async () => {
    startBlock({ analytics: ['tracker.example'], social: ['widget.example'] });
    const element = create('script', { src: 'http://[' });
    let failures = 0;
    element.onerror = () => (failures += 1);
    main.append(element);
    decide({ analytics: true });
    await settled();
    expect([failures, element.hasAttribute('src')]).to.deep.equal([0, false]);
    decide({ social: true });
    await until(() => failures);
  });
});

describe('a script that was written as innerHTML', () => {
  it('never runs, and holds back nobody', async () => {
    startBlock();
    main.innerHTML = `<script src="${script('inert')}"></script>`;
    main.append(create('script', { src: script('behind') }));
    await settled();
    decide({ analytics: true });
    await until(() => trace.length);
    expect(trace).to.deep.equal(['behind']);
  });
});

describe('a held picture', () => {
  it('loads after the yes, also where nobody put it into the page', async () => {
    startBlock();
    const loaded: string[] = [];
    for (const set of [
      (element: HTMLImageElement) => (element.src = image('beacon')),
      (element: HTMLImageElement) => (element.srcset = `/free.svg?0 1x, ${image('set')} 2x`),
      (element: HTMLImageElement) => element.setAttribute('srcset', `${image('attribute')} 100w`),
      (element: HTMLImageElement) => {
        const template = document.createElement('template');
        template.innerHTML = `<img src="${image('template')}">`;
        main.append(template.content.cloneNode(true));
        element.src = '';
      },
    ]) {
      const element = new Image();
      element.onload = () => loaded.push(element.currentSrc);
      set(element);
    }
    await settled();
    expect([wasAsked('beacon'), wasAsked('set'), wasAsked('attribute'), loaded]).to.deep.equal([
      false,
      false,
      false,
      [],
    ]);
    decide({ analytics: true });
    await until(() => ['beacon', 'attribute', 'template'].every(wasAsked));
  });

  it('in written markup is not asked for before', async () => {
    startBlock();
    const box = document.createElement('div');
    main.append(box);
    box.innerHTML = `<p title="<img src=&quot;${image('title')}&quot;>"><img src='${image('inner')}' alt=""><img alt srcset="${image('srcset')} 1x"></p>`;
    box.insertAdjacentHTML('beforeend', `<IMG\nSRC=${image('adjacent')}>`);
    box.insertAdjacentHTML('beforeend', `<img src="//${host}&#47;test/gate/block/files/mark.svg?entity&amp;1">`);
    box.firstElementChild!.insertAdjacentHTML('afterend', '<b></b>');
    box.querySelector('b')!.outerHTML = `<svg><image xlink:href="${image('svg')}"/></svg>`;
    const shadow = box.attachShadow({ mode: 'open' });
    shadow.innerHTML = `<img src="${image('shadow')}">`;
    await settled();
    const queries = ['inner', 'srcset', 'adjacent', 'entity&1', 'svg', 'shadow'];
    for (const query of queries) expect(wasAsked(query), query).to.equal(false);
    expect(box.querySelector('p')!.title).to.equal(`<img src="${image('title')}">`);
    decide({ analytics: true });
    await until(() => queries.every(wasAsked));
    expect(document.querySelector('[data-candor-src]')).to.equal(null);
  });

  it('is silent again after the withdrawal', async () => {
    startBlock();
    decide({ analytics: true });
    const element = create('img', { src: image('withdrawn') });
    main.append(element);
    await until(() => element.naturalWidth);
    decide({ analytics: false });
    expect(element.hasAttribute('src')).to.equal(false);
    decide({ analytics: true });
    await until(() => element.getAttribute('src') === image('withdrawn'));
  });
});

describe('a held frame', () => {
  it('loads after the yes and is empty after the no', async () => {
    startBlock();
    const element = create('iframe', { src: image('frame') });
    main.append(element);
    await settled();
    expect(element.contentDocument!.URL).to.equal('about:blank');
    decide({ analytics: true });
    await until(() => element.contentDocument?.URL.endsWith('?frame'));
    decide({ analytics: false });
    await until(() => element.contentDocument?.URL === 'about:blank');
    expect(wasAsked('frame') || element.isConnected).to.equal(true);
  });

  it('in written markup is not asked for before', async () => {
    startBlock();
    main.innerHTML = `<iframe src="${image('written')}"></iframe>`;
    await settled();
    expect(main.querySelector('iframe')!.contentDocument!.URL).to.equal('about:blank');
    decide({ analytics: true });
    await until(() => main.querySelector('iframe')!.contentDocument?.URL.endsWith('?written'));
  });
});

describe('an empty frame of the page', () => {
  it('has no functions that nobody has touched, in the task in which it comes', async () => {
    startBlock();
    const frame = document.createElement('iframe');
    main.append(frame);
    const inner = frame.contentWindow as Window & typeof globalThis;
    const error: unknown = await inner
      .fetch(new URL(image('inner-fetch'), location.href))
      .catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(inner.TypeError);
    const picture = new inner.Image();
    picture.src = new URL(image('inner-image'), location.href).href;
    frame.contentDocument!.body.innerHTML = `<img alt="" src="//${host}${image('inner-markup')}">`;
    const { WebSocket, XMLHttpRequest } = inner;
    expect(new WebSocket(`ws://${host}${image('inner-socket')}`).constructor).to.equal(WebSocket);
    const request = new XMLHttpRequest();
    request.open('GET', new URL(image('inner-xhr'), location.href));
    request.send();
    await settled();
    const asked = (query: string): boolean =>
      wasAsked(query) || inner.performance.getEntriesByType('resource').some(({ name }) => name.endsWith(`?${query}`));
    for (const query of ['fetch', 'image', 'markup', 'xhr']) expect(asked(`inner-${query}`), query).to.equal(false);
    decide({ analytics: true });
    await until(() => asked('inner-image') && asked('inner-markup'));
  });

  it('has its own functions again at the end, in a shadow too', () => {
    const inners = [main, document.createElement('div')].map((parent) => {
      const frame = document.createElement('iframe');
      main.append(parent === main ? frame : parent);
      if (parent !== main) parent.attachShadow({ mode: 'open' }).append(frame);
      return () => frame.contentWindow as Window & typeof globalThis;
    });
    const functions = (): unknown[] =>
      inners.map((inner) => {
        const { fetch, WebSocket, Image } = inner();
        const { get, set } = Object.getOwnPropertyDescriptor(inner().HTMLImageElement.prototype, 'src')!;
        return [fetch, WebSocket, WebSocket.prototype.constructor, Image, get, set];
      });
    const natively = functions();
    startBlock();
    const held = functions();
    for (const index of inners.keys()) expect(held[index]).to.not.deep.equal(natively[index]);
    stopBlock();
    expect(functions()).to.deep.equal(natively);
  });

  it('that cannot be held is reported', () => {
    const frame = document.createElement('iframe');
    main.append(frame);
    Object.freeze((frame.contentWindow as Window & typeof globalThis).XMLHttpRequest.prototype);
    const errors: unknown[] = [];
    const { onerror } = window;
    window.onerror = (_message, _source, _line, _column, error) => (errors.push(error), true);
    startBlock();
    expect(frame.contentWindow).to.not.equal(null);
    window.onerror = onerror;
    expect(errors.map((error) => (error as Error).name)).to.deep.equal(['TypeError']);
  });

  it('of another origin is left alone', () => {
    startBlock();
    const frame = create('iframe', { src: `http://127.0.0.1:${location.port}/` });
    frame.setAttribute('sandbox', '');
    main.append(frame);
    expect(frame.contentDocument).to.equal(null);
    expect(frame.contentWindow).to.not.equal(null);
  });
});

describe('other elements', () => {
  it('that fetch are held as well', async () => {
    startBlock();
    const cases: [name: keyof HTMLElementTagNameMap, attributes: Record<string, string>][] = [
      ['link', { rel: 'stylesheet', href: image('style') }],
      ['link', { rel: 'preload', as: 'image', href: image('preload') }],
      ['video', { poster: image('poster') }],
      ['video', { src: image('video') }],
      ['audio', { src: image('audio') }],
      ['embed', { src: image('embed') }],
      ['object', { data: image('object') }],
      ['input', { type: 'image', src: image('input') }],
    ];
    for (const [name, attributes] of cases) {
      const byProperty = document.createElement(name);
      Object.assign(byProperty, attributes);
      const byAttribute = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) byAttribute.setAttribute(key, value);
      main.append(byProperty, byAttribute);
    }
    await settled();
    for (const [name, attributes] of cases) {
      const [query] = /\w+$/.exec(Object.values(attributes).at(-1)!)!;
      expect(wasAsked(query), `${name} ${query}`).to.equal(false);
    }
    expect(main.querySelectorAll('[src], [href], [poster], [data]').length).to.equal(0);
    decide({ analytics: true });
    await until(() => ['style', 'preload', 'poster', 'input'].every(wasAsked));
    expect(main.querySelectorAll('[src], [href], [poster], [data]').length).to.equal(2 * cases.length);
  });

  it('are left alone: links to click, scripts of the page, markup without held addresses', () => {
    startBlock();
    const html = `<a href="${image('link')}">Link</a><img alt="" data-src="/x"><p class="a'b">3 > 2</p>`;
    main.innerHTML = html;
    expect(main.innerHTML).to.equal(html.replace('3 >', '3 &gt;'));
  });
});

describe('the page', () => {
  it('has its own setters back at the end; what is held stays held', () => {
    const before = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src');
    const innerHTML = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
    const { setAttribute } = Element.prototype;
    startBlock();
    const element = create('img', { src: image('left') });
    expect(Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src')!.set).to.not.equal(before!.set);
    endBlock();
    expect(Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src')).to.deep.equal(before);
    expect(Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')).to.deep.equal(innerHTML);
    expect(Element.prototype.setAttribute).to.equal(setAttribute);
    expect(element.hasAttribute('src')).to.equal(false);
  });
});
