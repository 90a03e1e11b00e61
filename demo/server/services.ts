/** Who collects behind the first part of a path after `/collect/`: an id of `demo/consent.json`, of a service or a category. */
const COLLECTORS = {
  posthog: 'posthog',
  mixpanel: 'mixpanel',
  sensors: 'sensors',
  amplitude: 'amplitude',
  ads: 'beacon-ads',
  embed: 'lumen-video',
  share: 'lumen-share',
  map: 'meridian-maps',
  push: 'browser-push',
  status: 'location',
  visit: 'location',
} as const;

const byPrefix = new Map<string, string>(Object.entries(COLLECTORS));

/** The id of the service behind a path such as `/mixpanel/track/`, or its first part where nobody is known to collect there. */
export function serviceOf(path: string): string {
  const prefix = path.split('/')[1] ?? '';
  return byPrefix.get(prefix) ?? prefix;
}
