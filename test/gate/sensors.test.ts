import { expect } from 'chai';
import { holdSensors } from '../../src/gate/sensors.js';
import {
  asked,
  choose,
  endGuards,
  standIn,
  startGuards,
  stopGuards,
  willAnswer,
  type Naming,
} from '../helpers/guarded.js';
import { until } from '../helpers/until.js';

const guard = (naming: Naming): void => startGuards(holdSensors, naming);

afterEach(endGuards);

/** A track as the page sees it. */
class Track extends EventTarget {
  readyState = 'live';
  constructor(readonly kind: string) {
    super();
  }
  stop(): void {
    this.readyState = 'ended';
  }
}

describe('camera and microphone', () => {
  let reached: unknown[] = [];

  before(function () {
    if (!navigator.mediaDevices) this.skip();
  });

  beforeEach(() => {
    reached = [];
    standIn(MediaDevices.prototype, 'getUserMedia', (own) => ({
      ...own,
      value: async (constraints: MediaStreamConstraints) => {
        reached.push(constraints);
        const tracks = [
          ...(constraints.video ? [new Track('video')] : []),
          ...(constraints.audio ? [new Track('audio')] : []),
        ];
        return { getTracks: () => tracks };
      },
    }));
  });

  const ask = (constraints: MediaStreamConstraints): Promise<MediaStream> =>
    navigator.mediaDevices.getUserMedia(constraints);
  const refused = async (constraints: MediaStreamConstraints): Promise<string> => {
    const error: unknown = await ask(constraints).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(DOMException);
    return (error as DOMException).name;
  };

  it('are refused by the API’s own error, and the browser is not asked', async () => {
    guard({ camera: [['scan']], microphone: [['voice']] });
    expect(await refused({ video: true })).to.equal('NotAllowedError');
    expect(await refused({ audio: true })).to.equal('NotAllowedError');
    expect(reached).to.deep.equal([]);
  });

  it('are asked for one by one: a yes to the microphone is none to the camera', async () => {
    guard({ camera: [['scan']], microphone: [['voice']] });
    choose({ voice: true });
    expect((await ask({ audio: true })).getTracks()).to.have.length(1);
    expect(await refused({ audio: true, video: true })).to.equal('NotAllowedError');
  });

  it('what nobody guards is open', async () => {
    guard({ camera: [['scan']] });
    expect((await ask({ audio: true })).getTracks()).to.have.length(1);
  });

  it('stop with the yes, and say so', async () => {
    guard({ camera: [['scan']] });
    choose({ scan: true });
    const tracks = (await ask({ audio: true, video: true })).getTracks();
    const ended: string[] = [];
    for (const track of tracks) track.addEventListener('ended', () => ended.push(track.kind));
    choose({ scan: false });
    expect(tracks.map(({ kind, readyState }) => [kind, readyState])).to.deep.equal([
      ['video', 'ended'],
      ['audio', 'live'],
    ]);
    expect(ended).to.deep.equal(['video']);
  });

  it('with `ask` ask, and go on after a yes', async () => {
    guard({ camera: [['scan', true]] });
    expect(await refused({ video: true })).to.equal('NotAllowedError');
    willAnswer({ scan: true });
    expect((await ask({ video: true })).getTracks()).to.have.length(1);
    expect(asked).to.deep.equal(['scan', 'scan']);
  });

  it('the native function stands there again at the end', () => {
    const current = (): unknown => Reflect.get(MediaDevices.prototype, 'getUserMedia');
    const value = current();
    guard({ camera: [['scan']] });
    stopGuards();
    expect(current()).to.equal(value);
  });
});

describe('motion', () => {
  const move = (): boolean => window.dispatchEvent(new Event('devicemotion'));

  it('is not heard before the yes, is heard after it, and not after the no', () => {
    guard({ motion: [['shake']] });
    let heard = 0;
    const listener = (): void => void heard++;
    window.addEventListener('devicemotion', listener);
    move();
    expect(heard).to.equal(0);
    choose({ shake: true });
    move();
    expect(heard).to.equal(1);
    choose({ shake: false });
    move();
    expect(heard).to.equal(1);
    window.removeEventListener('devicemotion', listener);
  });

  it('a listener that was taken away while it waited is not heard', () => {
    guard({ motion: [['shake']] });
    let heard = 0;
    const listener = (): void => void heard++;
    addEventListener('deviceorientation', listener);
    removeEventListener('deviceorientation', listener);
    choose({ shake: true });
    window.dispatchEvent(new Event('deviceorientation'));
    expect(heard).to.equal(0);
  });

  it('other events are nobody’s matter', () => {
    guard({ motion: [['shake']] });
    let heard = 0;
    window.addEventListener('hashchange', () => heard++, { once: true });
    window.dispatchEvent(new Event('hashchange'));
    expect(heard).to.equal(1);
  });

  it('handlers wait as well, and read back', function () {
    if (!('ondevicemotion' in window)) return this.skip();
    guard({ motion: [['shake']] });
    let heard = 0;
    const handler = (): void => void heard++;
    window.ondevicemotion = handler;
    expect(window.ondevicemotion).to.equal(handler);
    move();
    choose({ shake: true });
    move();
    window.ondevicemotion = null;
    move();
    expect(heard).to.equal(1);
  });

  it('with `ask` the first listener asks', async () => {
    guard({ motion: [['shake', true]] });
    willAnswer({ shake: true });
    let heard = 0;
    const listener = (): void => void heard++;
    window.addEventListener('devicemotion', listener);
    await until(() => asked.length === 1);
    move();
    expect(heard).to.equal(1);
    window.removeEventListener('devicemotion', listener);
  });

  it('sensors fail with the error of the API', async function () {
    if (!('Accelerometer' in window)) return this.skip();
    guard({ motion: [['shake']] });
    const sensor = new (
      window as unknown as { Accelerometer: new () => EventTarget & { start(): void } }
    ).Accelerometer();
    const error = new Promise<Event & { error?: DOMException }>((resolve) => sensor.addEventListener('error', resolve));
    sensor.start();
    expect((await error).error?.name).to.equal('NotAllowedError');
  });

  it('frames of the same origin hold it too', () => {
    guard({ motion: [['shake']] });
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const view = frame.contentWindow as Window & typeof globalThis;
    let heard = 0;
    view.addEventListener('devicemotion', () => heard++);
    view.dispatchEvent(new view.Event('devicemotion'));
    expect(heard).to.equal(0);
    choose({ shake: true });
    view.dispatchEvent(new view.Event('devicemotion'));
    expect(heard).to.equal(1);
    frame.remove();
  });
});
