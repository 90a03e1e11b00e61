import type * as AnalyticsNext from '@segment/analytics-next';
import { expect } from 'chai';
import { segment } from '../../../src/signals/vendors/segment.js';
import { no, open, yes } from '../../helpers/answers.js';
import { loadScript } from '../../helpers/load-script.js';
import { watchRequests, type Sent } from '../../helpers/sent.js';
import { until } from '../../helpers/until.js';

const nobody = (): void => {};
const PREFERENCES = 'Segment Consent Preference Updated';

/** Segment's answer to the question for a source's settings: destinations by the category they need. */
const settings = {
  integrations: {
    'Segment.io': { apiKey: 'key', unbundledIntegrations: [], addBundledMetadata: true, type: 'browser' },
  },
  plan: {},
  edgeFunction: {},
  analyticsNextEnabled: true,
  middlewareSettings: {},
  enabledMiddleware: {},
  metrics: {},
  legacyVideoPluginsEnabled: false,
  remotePlugins: [],
};

const category = (granted: boolean) => ({ functional: granted, analytics: granted, advertising: granted });

describe('Segment’s own wrapper and SDK', () => {
  let sent: Sent;
  beforeEach(() => (sent = watchRequests()));
  afterEach(() => sent.stop());

  it('are not loaded before the yes, and stamp every event with the answers of its moment', async () => {
    const { createWrapper } = await import('@segment/analytics-consent-tools');
    // Its modules cannot be imported without a bundler.
    await loadScript('/node_modules/@segment/analytics-next/dist/umd/index.js');
    const { AnalyticsBrowser } = (globalThis as unknown as { AnalyticsNext: typeof AnalyticsNext }).AnalyticsNext;
    const signal = segment();
    signal.start?.(open, nobody);
    const analytics = new AnalyticsBrowser();
    createWrapper(signal.wrapper)(analytics).load({ writeKey: 'key', cdnSettings: settings });
    // The wrapper listens a moment later.
    await Promise.resolve();
    signal.update?.(no);
    expect(sent.requests).to.deep.equal([]);

    signal.update?.(yes);
    await analytics.track('event-after-yes');
    signal.update?.(no);
    await analytics.track('event-after-no');
    await until(() => sent.words(['event-after-no']).length);
    const events = sent.requests.flatMap((request) => {
      const body = request.slice(request.indexOf('\n') + 1);
      return body.startsWith('{') ? [JSON.parse(body) as { event?: string; context: { consent?: unknown } }] : [];
    });
    expect(events.filter(({ event }) => event).map(({ event, context }) => [event, context.consent])).to.deep.equal([
      [PREFERENCES, { categoryPreferences: category(true) }],
      ['event-after-yes', { categoryPreferences: category(true) }],
      [PREFERENCES, { categoryPreferences: category(false) }],
      ['event-after-no', { categoryPreferences: category(false) }],
    ]);
  });
});

describe('Segment without its wrapper', () => {
  const page = globalThis as { analytics?: unknown };
  const told: unknown[] = [];
  afterEach(() => {
    told.length = 0;
    delete page.analytics;
  });
  const event = (categoryPreferences: object): unknown[] => [
    PREFERENCES,
    undefined,
    { consent: { categoryPreferences } },
  ];

  it('hears each change by the event of the wrapper, where it is on the page', () => {
    page.analytics = { track: (...parts: unknown[]) => told.push(parts) };
    const signal = segment({ ids: { Advertising: ['advertising', 'social'] } });
    signal.start?.(open, nobody);
    signal.update?.(yes);
    signal.update?.(yes);
    signal.update?.(no);
    expect(told).to.deep.equal([event({ Advertising: true }), event({ Advertising: false })]);
  });

  it('hears no refusal that comes before any yes', () => {
    page.analytics = { track: (...parts: unknown[]) => told.push(parts) };
    const signal = segment();
    signal.start?.(open, nobody);
    signal.update?.(no);
    expect(told).to.deep.equal([]);
  });

  it('is told nothing where it is not on the page', () => {
    const signal = segment();
    signal.start?.(open, nobody);
    signal.update?.(yes);
    expect('analytics' in page).to.equal(false);
  });
});

describe('what the wrapper is given', () => {
  const modelOf = async (signal: ReturnType<typeof segment>): Promise<string> => {
    let model = '';
    await signal.wrapper.shouldLoadSegment({ load: (options) => (model = options.consentModel) });
    return model;
  };

  it('asks for the opt-in model where the yes was given, and for the other where it is the default', async () => {
    const asked = segment();
    asked.start?.(open, nobody);
    asked.update?.(yes);
    expect(await modelOf(asked)).to.equal('opt-in');
    const given = segment();
    given.start?.(yes, nobody);
    expect(await modelOf(given)).to.equal('opt-out');
  });

  it('is a no for a category whose ids are none', () => {
    const signal = segment({ ids: { Advertising: [], Other: 'advertising' as never } });
    signal.start?.(open, nobody);
    signal.update?.(yes);
    expect(signal.wrapper.getCategories()).to.deep.equal({ Advertising: false, Other: false });
  });
});
