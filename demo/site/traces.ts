/**
 * How it is told who leaves something in a browser: by the names of cookies, keys, databases and caches, the paths of workers, and by the hosts that a page
 * asks. The ids are those of `demo/consent.json`. What no row knows is shown as unknown.
 */
interface Trace {
  /** Id of a service, or of a category for what is the site's own. */
  readonly service: string;
  readonly names?: RegExp;
  readonly hosts?: RegExp;
}

const TRACES: readonly Trace[] = [
  { service: 'posthog', names: /^(ph_|__ph_|dmn_chk_)/, hosts: /(^|\.)posthog\.com$/ },
  { service: 'mixpanel', names: /^(mp_|__mp|mixpanel)/, hosts: /(^|\.)(mixpanel|mxpnl)\.com$/ },
  { service: 'sensors', names: /^(tab-)?sa(web|_)?jssdk|^sensors/, hosts: /(^|\.)sensorsdata\.cn$/ },
  { service: 'amplitude', names: /^AMP_/, hosts: /(^|\.)amplitude\.com$/ },
  // The worker that receives push messages, by its path.
  { service: 'browser-push', names: /^\/visit\/$/ },
  // What remembers the answer, and who is signed in.
  { service: 'necessary', names: /^candor\b|^northlark_session$|^northlark-outage-notices$/ },
  // How a visitor likes the console, and what was calculated last.
  { service: 'functional', names: /^northlark(_console|-estimate)$/ },
];

export const UNKNOWN = 'unknown';

export const whoKeeps = (name: string): string => TRACES.find(({ names }) => names?.test(name))?.service ?? UNKNOWN;

export const whoIsAt = (host: string): string => TRACES.find(({ hosts }) => hosts?.test(host))?.service ?? UNKNOWN;
