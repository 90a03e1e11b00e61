import { expect } from 'chai';
import { decide, endBlock, held, startBlock, wasAsked } from '../../helpers/blocked.js';
import { until } from '../../helpers/until.js';

const native = { WebSocket: window.WebSocket, EventSource: window.EventSource };

const socketUrl = (query: string): string => `ws://${location.host}${held(query)}`;

afterEach(endBlock);

describe('a held WebSocket', () => {
  it('tells error and then close with code 1006, asynchronously', async () => {
    startBlock();
    const socket = new WebSocket(socketUrl('socket'));
    expect([socket.readyState, socket.url, socket.protocol, socket.bufferedAmount]).to.deep.equal([
      0,
      new URL(socketUrl('socket')).href,
      '',
      0,
    ]);
    expect(() => socket.send('x'))
      .to.throw(DOMException)
      .with.property('name', 'InvalidStateError');
    const told: unknown[] = [];
    socket.onerror = (event) => told.push([event.type, socket.readyState, event.target === socket]);
    socket.onclose = ({ code, wasClean, reason }) => told.push([code, wasClean, reason, socket.readyState]);
    socket.addEventListener('close', (event) => told.push(event instanceof CloseEvent));
    await until(() => told.length === 3);
    expect(told[0]).to.deep.equal(['error', 3, true]);
    expect(told).to.deep.include([1006, false, '', 3]);
    expect(told).to.include(true);
    socket.send('lost');
    socket.close();
    expect(socket.readyState).to.equal(3);
  });

  it('is one: instanceof, constants, text, constructor', () => {
    startBlock();
    const socket = new WebSocket(socketUrl('class'));
    expect(socket).to.be.instanceOf(WebSocket);
    expect(socket).to.be.instanceOf(native.WebSocket);
    expect(socket).to.be.instanceOf(EventTarget);
    expect(socket.constructor).to.equal(WebSocket);
    expect([WebSocket.CONNECTING, WebSocket.CLOSED, socket.OPEN, socket.CLOSING]).to.deep.equal([0, 3, 1, 2]);
    expect(Object.prototype.toString.call(socket)).to.equal('[object WebSocket]');
    expect([WebSocket.name, WebSocket.length]).to.deep.equal(['WebSocket', 1]);
    expect(Function.prototype.toString.call(WebSocket)).to.match(/\[native code\]/);
    expect(WebSocket.prototype).to.equal(native.WebSocket.prototype);
    expect(() => (WebSocket as unknown as () => void)()).to.throw(TypeError);
  });

  it('is held in classes that build on it', async () => {
    startBlock();
    class Own extends WebSocket {
      closed = 0;
      constructor(url: string) {
        super(url, ['chat']);
        this.binaryType = 'arraybuffer';
        this.addEventListener('close', () => (this.closed += 1));
      }
    }
    const socket = new Own(socketUrl('own'));
    expect(socket).to.be.instanceOf(Own);
    expect(socket.binaryType).to.equal('arraybuffer');
    await until(() => socket.closed === 1);
  });

  it('that is closed before it fails tells the same', async () => {
    startBlock();
    const socket = new WebSocket(socketUrl('early'));
    const told: number[] = [];
    socket.addEventListener('close', ({ code }) => told.push(code));
    socket.close();
    expect(socket.readyState).to.equal(2);
    await until(() => told.length);
    expect(told).to.deep.equal([1006]);
  });

  it('is refused where its address cannot be read', () => {
    startBlock();
    expect(() => new WebSocket('ws://['))
      .to.throw(DOMException)
      .with.property('name', 'SyntaxError');
    expect(() => new (WebSocket as unknown as new () => WebSocket)()).to.throw(TypeError);
  });
});

describe('a held EventSource', () => {
  it('tells one error and is closed', async () => {
    startBlock();
    const source = new EventSource(held('events'), { withCredentials: true });
    expect([source.readyState, source.url, source.withCredentials]).to.deep.equal([
      0,
      new URL(held('events'), location.href).href,
      true,
    ]);
    let errors = 0;
    source.onerror = () => (errors += 1);
    source.addEventListener('error', () => (errors += 10));
    await until(() => errors);
    expect([errors, source.readyState, EventSource.CLOSED]).to.deep.equal([11, 2, 2]);
    expect(source).to.be.instanceOf(EventSource);
    expect(wasAsked('events')).to.equal(false);
  });

  it('tells nothing once it was closed', async () => {
    startBlock();
    const source = new EventSource(held('closed'));
    let errors = 0;
    source.onerror = () => (errors += 1);
    source.close();
    expect(source.readyState).to.equal(2);
    const other = new EventSource(held('other'));
    await new Promise((resolve) => (other.onerror = resolve));
    expect(errors).to.equal(0);
  });
});

describe('the classes', () => {
  it('are free after the yes, and the browser’s own at the end', () => {
    startBlock();
    decide({ analytics: true });
    const source = new EventSource(held('free'));
    expect(Object.getOwnPropertyNames(source)).to.deep.equal([]);
    source.close();
    endBlock();
    expect(window.WebSocket).to.equal(native.WebSocket);
    expect(window.EventSource).to.equal(native.EventSource);
    expect(WebSocket.prototype.constructor).to.equal(native.WebSocket);
  });

  it('lose an open connection with the yes', () => {
    startBlock();
    decide({ analytics: true });
    const source = new EventSource(held('withdrawn'));
    expect(source.readyState).to.equal(0);
    decide({ analytics: false });
    expect(source.readyState).to.equal(2);
  });
});
