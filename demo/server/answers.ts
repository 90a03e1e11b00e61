import { tile } from './tiles.js';

export interface Answer {
  readonly type: string;
  readonly body: string | Buffer;
}

const json = (value: unknown): Answer => ({ type: 'application/json', body: JSON.stringify(value) });

const PIXEL: Answer = {
  type: 'image/gif',
  body: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
};

/** What PostHog's SDK reads from `/array/<token>/config`: every remote feature is off. */
const REMOTE_CONFIG = {
  supportedCompression: [],
  hasFeatureFlags: false,
  sessionRecording: false,
  surveys: false,
  heatmaps: false,
  capturePerformance: false,
  captureDeadClicks: false,
  autocaptureExceptions: false,
  siteApps: [],
};

const FLAGS = { flags: {}, featureFlags: {}, featureFlagPayloads: {}, errorsWhileComputingFlags: false };

function answerOfPosthog(path: string): Answer {
  if (/^\/array\/[^/]+\/config\.js$/.test(path)) return { type: 'text/javascript', body: '' };
  if (/^\/array\/[^/]+\/config$/.test(path)) return json(REMOTE_CONFIG);
  if (path.startsWith('/flags')) return json(FLAGS);
  if (path.startsWith('/api/surveys')) return json({ surveys: [] });
  return json({ status: 'Ok' });
}

/** What Amplitude's SDK reads from its HTTP API V2: https://amplitude.com/docs/apis/analytics/http-v2#successsummary. */
const AMPLITUDE = { code: 200, events_ingested: 1, payload_size_bytes: 1, server_upload_time: 1 };

/** The answer each SDK expects; other senders are content with any. */
export function answerFor(path: string): Answer {
  const [, service, rest = '/'] = /^\/([^/]*)(\/.*)?$/.exec(path) ?? [];
  if (/\.gif$/.test(path)) return PIXEL;
  if (service === 'posthog') return answerOfPosthog(rest);
  if (service === 'map') return { type: 'image/svg+xml', body: tile(rest) ?? '' };
  if (service === 'amplitude') return json(AMPLITUDE);
  if (service === 'mixpanel') return json({ status: 1, error: null });
  return json({ status: 'Ok' });
}
