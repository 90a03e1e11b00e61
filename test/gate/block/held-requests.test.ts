import { expect } from 'chai';
import { until } from '../../helpers/until.js';
import { decide, endBlock, held, image, startBlock, wasAsked } from '../../helpers/blocked.js';

const native = {
  fetch: window.fetch,
  sendBeacon: Navigator.prototype.sendBeacon,
  open: XMLHttpRequest.prototype.open,
  send: XMLHttpRequest.prototype.send,
};

afterEach(endBlock);

describe('a held fetch()', () => {
  it('rejects with the TypeError of a failed network, and asks nobody', async () => {
    startBlock();
    const error = await fetch(held('fetch')).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
    expect(wasAsked('fetch')).to.equal(false);
  });

  it('rejects whatever the address comes in', async () => {
    startBlock();
    let reads = 0;
    const wavering = { toString: () => (reads++ ? held('wavering') : '/free') };
    const turning = { toString: () => (reads++ ? '/free' : held('turning')) };
    for (const input of [
      new URL(held('url'), location.href),
      new Request(held('request')),
      new Request(held('post'), { method: 'POST', body: 'x' }),
      location.host.replace(/^/, '//') + held('scheme'),
      ` \n${held('space')}\t`,
      '/test/./gate/../gate/block/files/nothing?dots',
      '/test/gate/block/%66iles/nothing?escaped',
      `\\test\\gate\\block\\files\\nothing?back`,
      turning as unknown as string,
    ]) {
      expect(await fetch(input).catch((reason: unknown) => reason)).to.be.instanceOf(TypeError);
    }
    reads = 0;
    const free = await fetch(wavering as unknown as string);
    expect(free.url).to.match(/\/free$/);
    expect(reads).to.equal(1);
    for (const query of ['url', 'request', 'post', 'scheme', 'dots', 'escaped', 'back', 'turning', 'wavering']) {
      expect(wasAsked(query), query).to.equal(false);
    }
  });

  it('rejects for what cannot be read as an address, and what has no text', async () => {
    startBlock();
    expect(await fetch('http://[').catch((reason: unknown) => reason)).to.be.instanceOf(TypeError);
    const wrong = new Error('mine');
    const throwing = {
      toString: () => {
        throw wrong;
      },
    } as unknown as string;
    expect(await fetch(throwing).catch((reason: unknown) => reason)).to.equal(wrong);
  });

  it('goes through after the yes, in the task of the decision, and no longer after the no', async () => {
    startBlock();
    decide({ analytics: true });
    expect((await fetch(image('yes'))).ok).to.equal(true);
    // The witness sees what is asked.
    await until(() => wasAsked('yes'));
    decide({ analytics: false });
    expect(await fetch(image('no')).catch((reason: unknown) => reason)).to.be.instanceOf(TypeError);
    expect(wasAsked('no')).to.equal(false);
  });

  it('is nothing to addresses that no rule names', async () => {
    startBlock();
    expect((await fetch('/package.json')).ok).to.equal(true);
    expect(await (await fetch('data:,bread')).text()).to.equal('bread');
    const blob = URL.createObjectURL(new Blob(['butter']));
    expect(await (await fetch(blob)).text()).to.equal('butter');
  });
});

/** What an XMLHttpRequest tells, with its readyState. */
function listen(request: XMLHttpRequest): string[] {
  const told: string[] = [];
  for (const type of ['readystatechange', 'loadstart', 'load', 'error', 'abort', 'timeout', 'loadend']) {
    request.addEventListener(type, () => told.push(`${type} ${request.readyState}`));
  }
  return told;
}

const ended = (request: XMLHttpRequest): Promise<unknown> =>
  new Promise((resolve) => request.addEventListener('loadend', resolve));

describe('a held XMLHttpRequest', () => {
  it('fails as without a network: the same events in the same order, status 0, nothing received', async () => {
    const real = new XMLHttpRequest();
    const expected = listen(real);
    real.open('GET', 'http://127.0.0.1:9/');
    real.send();
    await ended(real);

    startBlock();
    const request = new XMLHttpRequest();
    const told = listen(request);
    const handled: string[] = [];
    request.onerror = (event) => handled.push(`${event.constructor.name} ${event.loaded}`);
    request.open('GET', held('xhr'));
    request.setRequestHeader('X-Shop', 'bread');
    request.send();
    expect(request.readyState).to.equal(1);
    expect(told).to.deep.equal(['readystatechange 1', 'loadstart 1']);
    await ended(request);
    expect(told).to.deep.equal(expected);
    expect(handled).to.deep.equal(['ProgressEvent 0']);
    const facts = (from: XMLHttpRequest): unknown[] => [
      from.readyState,
      from.status,
      from.statusText,
      from.responseText,
      from.response,
      from.responseXML,
      from.responseURL,
      from.getAllResponseHeaders(),
      from.getResponseHeader('date'),
    ];
    expect(facts(request)).to.deep.equal(facts(real));
    expect(wasAsked('xhr')).to.equal(false);
  });

  it('throws NetworkError where it is synchronous', () => {
    startBlock();
    const request = new XMLHttpRequest();
    request.open('GET', held('sync'), false);
    expect(() => request.send())
      .to.throw(DOMException)
      .with.property('name', 'NetworkError');
    expect([request.readyState, request.status]).to.deep.equal([4, 0]);
  });

  it('tells the upload of its failure too, where there was something to send', async () => {
    startBlock();
    const request = new XMLHttpRequest();
    const told: string[] = [];
    for (const type of ['error', 'loadend']) request.upload.addEventListener(type, () => told.push(type));
    request.open('POST', held('upload'));
    request.send('body');
    await ended(request);
    expect(told).to.deep.equal(['error', 'loadend']);
  });

  it('can be aborted, and opened anew for something else', async () => {
    startBlock();
    const request = new XMLHttpRequest();
    const told = listen(request);
    request.open('GET', held('abort'));
    request.send();
    request.abort();
    expect(told).to.deep.equal(['readystatechange 1', 'loadstart 1', 'readystatechange 4', 'abort 4', 'loadend 4']);
    request.open('GET', '/package.json');
    request.send();
    await ended(request);
    expect(request.status).to.equal(200);
    expect(told.some((event) => event.startsWith('error'))).to.equal(false);
  });

  it('goes through where the yes came between open() and send()', async () => {
    startBlock();
    const request = new XMLHttpRequest();
    request.open('GET', image('between'));
    decide({ analytics: true });
    request.send();
    await ended(request);
    expect(request.status).to.equal(200);
  });

  it('is held in classes that build on it', async () => {
    startBlock();
    class Own extends XMLHttpRequest {
      override send(body?: XMLHttpRequestBodyInit): void {
        super.send(body);
      }
    }
    const request = new Own();
    request.open('GET', held('subclass'));
    request.send();
    await ended(request);
    expect([request.readyState, request.status]).to.deep.equal([4, 0]);
  });

  it('leaves its mistakes to the browser', () => {
    startBlock();
    const request = new XMLHttpRequest();
    expect(() => request.send())
      .to.throw(DOMException)
      .with.property('name', 'InvalidStateError');
    expect(() => request.open('GET', 'http://['))
      .to.throw(DOMException)
      .with.property('name', 'SyntaxError');
    expect(() => (request.open as () => void)()).to.throw(TypeError);
  });
});

describe('a held sendBeacon()', () => {
  it('is taken, as the browser takes it, and reaches nobody', () => {
    startBlock();
    expect(navigator.sendBeacon(held('beacon'), 'x')).to.equal(true);
    expect(wasAsked('beacon')).to.equal(false);
  });
});

describe('the functions', () => {
  it('look as the browser’s own, and are its own again at the end', () => {
    const text = Function.prototype.toString.call(native.fetch);
    startBlock();
    expect(window.fetch).to.not.equal(native.fetch);
    expect([fetch.name, fetch.length]).to.deep.equal([native.fetch.name, native.fetch.length]);
    expect(Function.prototype.toString.call(fetch)).to.match(/\[native code\]/);
    expect(text).to.match(/\[native code\]/);
    expect([XMLHttpRequest.prototype.open.name, XMLHttpRequest.prototype.open.length]).to.deep.equal(['open', 2]);
    endBlock();
    expect(window.fetch).to.equal(native.fetch);
    expect(Navigator.prototype.sendBeacon).to.equal(native.sendBeacon);
    expect(XMLHttpRequest.prototype.open).to.equal(native.open);
    expect(XMLHttpRequest.prototype.send).to.equal(native.send);
  });

  it('that somebody has put something around stay there at the end, and hold nothing', async () => {
    startBlock();
    const inner = window.fetch;
    const outer = (...args: Parameters<typeof fetch>): Promise<Response> => inner(...args);
    window.fetch = outer;
    endBlock();
    expect(window.fetch).to.equal(outer);
    expect((await fetch(image('outer'))).ok).to.equal(true);
    window.fetch = native.fetch;
  });
});
