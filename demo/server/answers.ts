export interface Answer {
  readonly type: string;
  readonly body: string;
}

const json = (value: unknown): Answer => ({ type: 'application/json', body: JSON.stringify(value) });

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

/** The answer PostHog's SDK expects on this path; other senders are content with any. */
export function answerFor(path: string): Answer {
  if (/^\/array\/[^/]+\/config\.js$/.test(path)) return { type: 'text/javascript', body: '' };
  if (/^\/array\/[^/]+\/config$/.test(path)) return json(REMOTE_CONFIG);
  if (path.startsWith('/flags')) return json(FLAGS);
  if (path.startsWith('/api/surveys')) return json({ surveys: [] });
  return json({ status: 'Ok' });
}
