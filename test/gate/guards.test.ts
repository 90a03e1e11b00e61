import { expect } from 'chai';
import * as denials from '../../src/gate/denials.js';
import { createGuards } from '../../src/gate/guards.js';
import {
  asked,
  choose,
  coverFrames,
  endGuards,
  giveBack,
  isGranted,
  standIn,
  startGuards,
  stopGuards,
  willAnswer,
  type Naming,
} from '../helpers/guarded.js';
import { until } from '../helpers/until.js';

type Members = Record<string, unknown>;

/** What the page's calls have reached of the browser's own functions. */
let reached: unknown[][] = [];

/** Puts a function of ours in the place of the browser's own. */
function native(type: string, member: string, answer: (...args: unknown[]) => unknown): void {
  const owner = (globalThis as unknown as Record<string, { prototype: Members } & Members>)[type]!;
  const spy = {
    [member](...args: unknown[]) {
      reached.push([member, ...args]);
      return answer(...args);
    },
  }[member]!;
  standIn(member in owner.prototype ? owner.prototype : owner, member, (own) =>
    own?.get ? { ...own, get: spy } : { ...own, value: typeof own?.value === 'function' ? spy : answer() },
  );
}

const guard = (naming: Naming): void =>
  startGuards(
    (guards, granted, request, signal) => createGuards(guards, granted, request, async () => denials, signal),
    naming,
  );

const names = (): unknown[] => reached.map(([name]) => name);
const has = (type: string): boolean => type in globalThis;

afterEach(() => {
  endGuards();
  reached = [];
});

/** The function that stands there now. */
const current = (): ((this: unknown, found: PositionCallback) => void) =>
  Object.getOwnPropertyDescriptor(Geolocation.prototype, 'getCurrentPosition')!.value as never;

const position = { coords: { latitude: 1, longitude: 2 } } as GeolocationPosition;

describe('geolocation, while it is held', () => {
  let give: (position: GeolocationPosition) => void;
  let watching: Record<number, (position: GeolocationPosition) => void>;

  beforeEach(() => {
    watching = {};
    native('Geolocation', 'getCurrentPosition', (found) => void (give = found as typeof give));
    native('Geolocation', 'watchPosition', (found) => {
      watching[7] = found as typeof give;
      return 7;
    });
    native('Geolocation', 'clearWatch', (id) => void delete watching[id as number]);
  });

  const failure = (call: (bad: (error: GeolocationPositionError) => void) => void): Promise<GeolocationPositionError> =>
    new Promise((resolve) => call(resolve));

  for (const method of ['getCurrentPosition', 'watchPosition'] as const) {
    it(`${method} fails as if the visitor had refused, and the browser is not asked`, async () => {
      guard({ geolocation: [['location']] });
      const error = await failure((bad) => navigator.geolocation[method](() => {}, bad));
      expect(error).to.be.instanceOf(GeolocationPositionError);
      expect(error.code).to.equal(error.PERMISSION_DENIED);
      expect(error.message).to.not.equal('');
      expect(names()).to.deep.equal([]);
    });
  }

  it('returns what the browser would', () => {
    guard({ geolocation: [['location']] });
    expect(navigator.geolocation.getCurrentPosition(() => {})).to.equal(undefined);
    const first = navigator.geolocation.watchPosition(() => {});
    const second = navigator.geolocation.watchPosition(() => {});
    expect(first).to.be.a('number');
    expect(second).to.not.equal(first);
    navigator.geolocation.clearWatch(first);
  });

  it('opens in the task of the yes, and holds in the task of the no', () => {
    guard({ geolocation: [['location']] });
    choose({ location: true });
    navigator.geolocation.getCurrentPosition(() => {});
    choose({ location: false });
    navigator.geolocation.getCurrentPosition(() => {});
    expect(names()).to.deep.equal(['getCurrentPosition']);
  });

  it('lets the position through while the answer is yes', () => {
    guard({ geolocation: [['location']] });
    choose({ location: true });
    const found: unknown[] = [];
    navigator.geolocation.getCurrentPosition((where) => found.push(where));
    give(position);
    expect(found).to.deep.equal([position]);
  });

  it('drops a position that was on its way when the yes was taken back, and says so', async () => {
    guard({ geolocation: [['location']] });
    choose({ location: true });
    const found: unknown[] = [];
    const error = failure((bad) => navigator.geolocation.getCurrentPosition((where) => found.push(where), bad));
    choose({ location: false });
    give(position);
    expect((await error).code).to.equal(1);
    expect(found).to.deep.equal([]);
  });

  it('ends running watches with the yes, and tells them', async () => {
    guard({ geolocation: [['location']] });
    choose({ location: true });
    const error = failure((bad) => {
      expect(navigator.geolocation.watchPosition(() => {}, bad)).to.equal(7);
    });
    expect(Object.keys(watching)).to.deep.equal(['7']);
    choose({ location: false });
    expect(Object.keys(watching)).to.deep.equal([]);
    expect((await error).code).to.equal(1);
  });

  it('a watch that asks runs after the yes, and can be ended by the number that the page got', async () => {
    guard({ geolocation: [['location', true]] });
    willAnswer({ location: true });
    const number = navigator.geolocation.watchPosition(() => {});
    await until(() => !!watching[7]);
    expect(asked).to.deep.equal(['location']);
    navigator.geolocation.clearWatch(number);
    await until(() => !watching[7]);
  });

  it('a watch that was ended before the answer does not run', async () => {
    guard({ geolocation: [['location', true]] });
    willAnswer({ location: true });
    navigator.geolocation.clearWatch(navigator.geolocation.watchPosition(() => {}));
    await until(() => isGranted('location'));
    navigator.geolocation.getCurrentPosition(() => {});
    await until(() => names().includes('getCurrentPosition'));
    expect(names()).to.not.include('watchPosition');
  });

  it('with `ask` it asks, and goes on after a yes', async () => {
    guard({ geolocation: [['location', true]] });
    willAnswer({ location: true });
    const found = new Promise((resolve) => navigator.geolocation.getCurrentPosition(resolve));
    await until(() => names().includes('getCurrentPosition'));
    give(position);
    expect(await found).to.equal(position);
  });

  it('with `ask` it fails after a no', async () => {
    guard({ geolocation: [['location', true]] });
    const error = await failure((bad) => navigator.geolocation.getCurrentPosition(() => {}, bad));
    expect(error.code).to.equal(1);
    expect(asked).to.deep.equal(['location']);
    expect(names()).to.deep.equal([]);
  });

  it('is open to everybody where one of the ids that name it is a yes', () => {
    guard({ geolocation: [['location'], ['delivery']] });
    choose({ delivery: true });
    navigator.geolocation.getCurrentPosition(() => {});
    expect(names()).to.deep.equal(['getCurrentPosition']);
  });

  it('where nobody names it nothing is held', () => {
    guard({ push: [['offers']] });
    navigator.geolocation.getCurrentPosition(() => {});
    expect(names()).to.deep.equal(['getCurrentPosition']);
  });

  it('the browser’s own complaint of a call that is none stays', () => {
    giveBack();
    guard({ geolocation: [['location']] });
    choose({ location: true });
    expect(() => (navigator.geolocation.getCurrentPosition as () => void)()).to.throw(TypeError);
  });

  it('looks like the native function', () => {
    giveBack();
    const getCurrentPosition = current();
    guard({ geolocation: [['location']] });
    const guarded = current();
    expect(guarded).to.not.equal(getCurrentPosition);
    expect(guarded.name).to.equal('getCurrentPosition');
    expect(guarded.length).to.equal(getCurrentPosition.length);
    expect(Function.prototype.toString.call(guarded)).to.match(/\[native code\]/);
    expect(`${guarded as unknown as string}`).to.match(/\[native code\]/);
    expect(Object.getOwnPropertyDescriptor(Geolocation.prototype, 'getCurrentPosition')).to.include({
      configurable: true,
      enumerable: true,
      writable: true,
    });
  });

  it('the native function itself stands there again at the end', () => {
    const getCurrentPosition = current();
    guard({ geolocation: [['location']] });
    stopGuards();
    expect(current()).to.equal(getCurrentPosition);
  });

  it('what somebody else has put around it stays, and finds it open', () => {
    guard({ geolocation: [['location']] });
    const ours = current();
    const theirs = function (this: Geolocation, found: PositionCallback): void {
      ours.call(this, found);
    };
    Geolocation.prototype.getCurrentPosition = theirs;
    stopGuards();
    expect(current()).to.equal(theirs);
    navigator.geolocation.getCurrentPosition(() => {});
    expect(names()).to.deep.equal(['getCurrentPosition']);
  });

  it('a callback that throws is reported and stops nothing', async () => {
    guard({ geolocation: [['location']] });
    const errors: unknown[] = [];
    const { onerror } = window;
    window.onerror = (_message, _source, _line, _column, error) => (errors.push(error), true);
    navigator.geolocation.getCurrentPosition(
      () => {},
      () => {
        throw new RangeError('theirs');
      },
    );
    const error = await failure((bad) => navigator.geolocation.getCurrentPosition(() => {}, bad));
    window.onerror = onerror;
    expect(error.code).to.equal(1);
    expect(errors.map(String)).to.deep.equal(['RangeError: theirs']);
  });
});

describe('frames of the same origin', () => {
  afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

  const failure = (view: Window): Promise<GeolocationPositionError> =>
    new Promise((resolve) => view.navigator.geolocation.getCurrentPosition(() => {}, resolve));

  it('are held in the task that inserts them', async () => {
    guard({ geolocation: [['location']] });
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const view = frame.contentWindow as Window & typeof globalThis;
    const error = await failure(view);
    expect(error.code).to.equal(1);
    expect(error).to.be.instanceOf(view.GeolocationPositionError);
  });

  it('are held by way of their document too', async () => {
    guard({ geolocation: [['location']] });
    const frame = document.createElement('iframe');
    document.body.append(frame);
    expect((await failure(frame.contentDocument!.defaultView!)).code).to.equal(1);
  });

  it('are held when nobody touches the element', async () => {
    guard({ geolocation: [['location']] });
    document.body.insertAdjacentHTML('beforeend', '<iframe></iframe>');
    coverFrames();
    expect((await failure(window.frames[window.frames.length - 1]!)).code).to.equal(1);
  });

  it('are held before the scripts of their own page run', async () => {
    guard({ geolocation: [['location']] });
    const heard = new Promise((resolve) => addEventListener('message', ({ data }) => resolve(data), { once: true }));
    const frame = document.createElement('iframe');
    frame.src = new URL('./frame-that-asks.html', import.meta.url).href;
    document.body.append(frame);
    coverFrames();
    expect(await heard).to.deep.equal(['code', 1]);
  });

  it('are held again when they go to another page', async () => {
    guard({ geolocation: [['location']] });
    const frame = document.createElement('iframe');
    document.body.append(frame);
    for (const page of ['one', 'two']) {
      frame.srcdoc = `<p>${page}</p>`;
      await until(
        () => frame.contentDocument?.readyState === 'complete' && frame.contentDocument.body.textContent === page,
      );
      expect((await failure(window.frames[window.frames.length - 1]!)).code).to.equal(1);
    }
  });

  it('have their native functions again at the end, in a shadow too', () => {
    const host = document.createElement('div');
    const frames = [document.createElement('iframe'), document.createElement('iframe')];
    host.attachShadow({ mode: 'open' }).append(frames[0]!);
    document.body.append(host, frames[1]!);
    const functions = (): unknown[] =>
      frames.map(({ contentWindow }) =>
        Reflect.get((contentWindow as Window & typeof globalThis).Geolocation.prototype, 'watchPosition'),
      );
    const natively = functions();
    guard({ geolocation: [['location']] });
    coverFrames();
    const held = functions();
    for (const index of frames.keys()) expect(held[index]).to.not.equal(natively[index]);
    stopGuards();
    expect(functions()).to.deep.equal(natively);
    host.remove();
  });

  it('other origins are left alone', () => {
    guard({ geolocation: [['location']] });
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    document.body.append(frame);
    coverFrames();
    expect(frame.contentWindow).to.not.equal(null);
  });
});

describe('notifications, while they are held', () => {
  before(function () {
    if (!has('Notification')) this.skip();
  });

  it('asking for permission is answered with a no, by promise and by callback', async () => {
    native('Notification', 'requestPermission', () => Promise.resolve('granted'));
    guard({ notifications: [['offers']] });
    const called: unknown[] = [];
    expect(await Notification.requestPermission((answer) => called.push(answer))).to.equal('denied');
    expect(called).to.deep.equal(['denied']);
    expect(names()).to.deep.equal([]);
    choose({ offers: true });
    expect(await Notification.requestPermission()).to.equal('granted');
  });

  it('`Notification.permission` agrees', () => {
    native('Notification', 'permission', () => 'granted');
    guard({ notifications: [['offers']] });
    expect(Notification.permission).to.equal('denied');
    choose({ offers: true });
    expect(Notification.permission).to.equal('granted');
  });

  it('with `ask` the permission can still be had', async () => {
    native('Notification', 'permission', () => 'granted');
    native('Notification', 'requestPermission', () => Promise.resolve('granted'));
    guard({ notifications: [['offers', true]] });
    expect(Notification.permission).to.equal('default');
    willAnswer({ offers: true });
    expect(await Notification.requestPermission()).to.equal('granted');
    expect(asked).to.deep.equal(['offers']);
  });

  it('a new one is never seen, and fails as without permission', async () => {
    guard({ notifications: [['offers']] });
    const notification = new Notification('Sale', { body: 'Today' });
    expect(notification).to.be.instanceOf(Notification);
    expect(notification).to.include({ title: 'Sale', body: 'Today' });
    notification.close();
    const heard: string[] = [];
    notification.onerror = () => heard.push('handler');
    notification.addEventListener('error', () => heard.push('listener'));
    await until(() => heard.length === 2);
    expect(heard.sort()).to.deep.equal(['handler', 'listener']);
  });

  it('with `ask` a new one is shown after the yes', async () => {
    guard({ notifications: [['offers', true]] });
    willAnswer({ offers: true });
    const made: unknown[] = [];
    class Made extends Notification {
      constructor(title: string) {
        super(title);
        made.push(this);
      }
    }
    expect(new Made('Sale').title).to.equal('Sale');
    await until(() => asked.length === 1);
    expect(made).to.have.length(1);
  });

  it('a class that extends it keeps its own members', () => {
    guard({ notifications: [['offers']] });
    class Offer extends Notification {
      price = 5;
      double(): number {
        return this.price * 2;
      }
    }
    const offer = new Offer('Sale');
    expect(offer).to.be.instanceOf(Offer);
    expect(offer.double()).to.equal(10);
  });

  it('one of a service worker fails with the error of the API', async function () {
    if (!has('ServiceWorkerRegistration')) return this.skip();
    native('ServiceWorkerRegistration', 'showNotification', () => Promise.resolve());
    guard({ notifications: [['offers']] });
    const registration = Object.create(ServiceWorkerRegistration.prototype) as ServiceWorkerRegistration;
    const error: unknown = await registration.showNotification('Sale').catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
    choose({ offers: true });
    await registration.showNotification('Sale');
    expect(names()).to.deep.equal(['showNotification']);
  });

  it('the native constructor stands there again at the end', () => {
    const before = window.Notification;
    guard({ notifications: [['offers']] });
    expect(window.Notification).to.not.equal(before);
    stopGuards();
    expect(window.Notification).to.equal(before);
  });
});

describe('push, while it is held', () => {
  before(function () {
    if (!has('PushManager')) this.skip();
  });

  it('subscribing fails with the error of the API, and the browser is not asked', async () => {
    native('PushManager', 'subscribe', () => Promise.resolve('subscription'));
    guard({ push: [['offers']] });
    const manager = Object.create(PushManager.prototype) as PushManager;
    const error: unknown = await manager.subscribe().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(DOMException);
    expect((error as DOMException).name).to.equal('NotAllowedError');
    expect(names()).to.deep.equal([]);
    choose({ offers: true });
    expect(await manager.subscribe()).to.equal('subscription');
  });

  it('`permissionState` agrees, and asks nobody', async () => {
    native('PushManager', 'permissionState', () => Promise.resolve('granted'));
    guard({ push: [['offers', true]] });
    const manager = Object.create(PushManager.prototype) as PushManager;
    expect(await manager.permissionState()).to.equal('prompt');
    expect(asked).to.deep.equal([]);
    choose({ offers: true });
    expect(await manager.permissionState()).to.equal('granted');
  });

  it('subscriptions end with the yes, unless another id still claims them', async () => {
    const ended: string[] = [];
    const registration = {
      pushManager: { getSubscription: async () => ({ unsubscribe: async () => ended.push('unsubscribed') > 0 }) },
    };
    standIn(navigator, 'serviceWorker', () => ({
      configurable: true,
      value: { getRegistrations: async () => [registration] },
    }));
    guard({ push: [['offers'], ['alerts']] });
    choose({ offers: true, alerts: true });
    choose({ offers: false });
    choose({ alerts: false });
    await until(() => ended.length > 0);
    // The first no would have ended them before the second.
    expect(ended).to.deep.equal(['unsubscribed']);
  });
});

describe('`permissions.query`', () => {
  before(function () {
    if (!navigator.permissions) this.skip();
  });

  it('says what the guard says, now and later, and tells when that changes', async () => {
    guard({ geolocation: [['location']] });
    const status = await navigator.permissions.query({ name: 'geolocation' });
    expect(status).to.be.instanceOf(PermissionStatus);
    expect(status.state).to.equal('denied');
    const told: string[] = [];
    status.addEventListener('change', () => told.push(status.state));
    choose({ location: true });
    const native = Reflect.get(PermissionStatus.prototype, 'state', status) as string;
    expect(status.state).to.equal(native);
    choose({ location: false });
    expect(status.state).to.equal('denied');
    expect(told).to.deep.equal(native === 'denied' ? [] : [native, 'denied']);
  });

  it('with `ask` the answer can still be had', async () => {
    guard({ geolocation: [['location', true]] });
    const status = await navigator.permissions.query({ name: 'geolocation' });
    const native = Reflect.get(PermissionStatus.prototype, 'state', status) as string;
    expect(status.state).to.equal(native === 'denied' ? 'denied' : 'prompt');
  });

  it('is the browser’s own for what nobody guards', async () => {
    guard({ push: [['offers']] });
    const status = await navigator.permissions.query({ name: 'geolocation' });
    expect(Object.hasOwn(status, 'state')).to.equal(false);
  });

  it('a question that is none is the browser’s to refuse', async () => {
    guard({ geolocation: [['location']] });
    const query = navigator.permissions.query.bind(navigator.permissions) as (what?: unknown) => Promise<unknown>;
    for (const what of [undefined, null, {}, { name: 'no such thing' }]) {
      const error: unknown = await query(what).catch((reason: unknown) => reason);
      expect(error, JSON.stringify(what)).to.be.instanceOf(TypeError);
    }
  });
});
