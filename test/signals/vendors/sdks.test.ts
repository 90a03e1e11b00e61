import type * as Amplitude from '@amplitude/analytics-browser';
import { expect } from 'chai';
import type { Mixpanel } from 'mixpanel-browser';
import type { PostHog } from 'posthog-js';
import type { Signal } from '../../../src/core/signal.js';
import { amplitude } from '../../../src/signals/vendors/amplitude.js';
import { mixpanel } from '../../../src/signals/vendors/mixpanel.js';
import { posthog } from '../../../src/signals/vendors/posthog.js';
import { sensorsData } from '../../../src/signals/vendors/sensors-data.js';
import { no, open, yes } from '../../helpers/answers.js';
import { loadScript } from '../../helpers/load-script.js';
import { watchRequests, type Sent } from '../../helpers/sent.js';
import { until } from '../../helpers/until.js';

interface Sdk {
  readonly vendor: string;
  /** Starts it as the signal's own comment says, for a page that loads it before the answer. */
  readonly begin: () => unknown;
  readonly signal: () => Signal;
  readonly track: (event: string) => void;
  /** Tells it who the visitor is, so that it has a profile. */
  readonly identify?: () => void;
}

interface Sensors {
  init(settings: object): void;
  track(event: string): void;
}

const page = globalThis as unknown as { amplitude: typeof Amplitude };

// Loaded when requests are watched already: some keep the browser's own functions from their first moment on.
let posthogSdk: PostHog;
let mixpanelSdk: Mixpanel;
let sensorsSdk: Sensors;

const ADDRESS = 'https://collector.invalid';

const SDKS: readonly Sdk[] = [
  {
    vendor: 'PostHog',
    begin: async () => {
      posthogSdk = (await import('posthog-js')).default;
      posthogSdk.init('phc_test', {
        api_host: ADDRESS,
        opt_out_capturing_by_default: true,
        request_batching: false,
        disable_compression: true,
        advanced_disable_flags: true,
        disable_external_dependency_loading: true,
        autocapture: false,
        capture_pageview: false,
        opt_out_useragent_filter: true,
      });
    },
    signal: () => posthog({ sdk: posthogSdk }),
    track: (event) => posthogSdk.capture(event),
  },
  {
    vendor: 'Mixpanel',
    begin: async () => {
      mixpanelSdk = (await import('mixpanel-browser')).default;
      mixpanelSdk.init('token', { api_host: ADDRESS, opt_out_tracking_by_default: true, batch_requests: false });
    },
    signal: () => mixpanel({ sdk: mixpanelSdk }),
    track: (event) => mixpanelSdk.track(event),
    identify: () => void mixpanelSdk.identify('visitor'),
  },
  {
    vendor: 'Amplitude',
    begin: async () => {
      // Its modules cannot be imported without a bundler.
      await loadScript('/node_modules/@amplitude/analytics-browser/lib/scripts/amplitude-min.js');
      await page.amplitude.init('key', {
        serverUrl: ADDRESS,
        optOut: true,
        autocapture: false,
        flushQueueSize: 1,
        flushIntervalMillis: 1,
        fetchRemoteConfig: false,
      }).promise;
    },
    signal: amplitude,
    track: (event) => void page.amplitude.track(event),
  },
  {
    vendor: 'Sensors Data',
    begin: async () => {
      // @ts-expect-error: it declares no types for this file.
      sensorsSdk = ((await import('sa-sdk-javascript/dist/web/sensorsdata.es6.js')) as { default: Sensors }).default;
      sensorsSdk.init({ server_url: `${ADDRESS}/sa?project=test`, send_type: 'ajax', show_log: false });
    },
    signal: () => sensorsData({ sdk: sensorsSdk }),
    track: (event) => sensorsSdk.track(event),
  },
];

for (const { vendor, begin, signal: make, track, identify } of SDKS) {
  describe(`${vendor}’s own SDK`, () => {
    let sent: Sent;
    beforeEach(() => (sent = watchRequests()));
    afterEach(() => sent.stop());

    it('sends what happens while the answer is yes, and nothing else', async () => {
      await begin();
      const signal = make();
      signal.start?.(open, () => {});
      track('event-while-open');
      expect(sent.words(['event-while-open'])).to.deep.equal([]);
      const before = sent.requests.length;
      signal.update?.(yes);
      track('event-after-yes');
      const words = ['event-while-open', 'event-after-yes', 'event-after-no', 'event-after-all'];
      await until(() => sent.words(words).includes('event-after-yes'));
      identify?.();
      const known = sent.requests.length;
      signal.update?.(no);
      track('event-after-no');
      expect(sent.requests.length, 'a no sets off no request').to.equal(known);
      signal.update?.(yes);
      track('event-after-all');
      await until(() => sent.words(words).includes('event-after-all'));
      expect(sent.words(words)).to.deep.equal(['event-after-yes', 'event-after-all']);
      expect(before, 'requests before the yes').to.equal(0);
    });
  });
}
