import type { PostHog, PostHogConfig } from 'posthog-js';

const TOKEN = 'phc_northlark_demo';

const settings: Partial<PostHogConfig> = {
  api_host: '/collect/posthog',
  persistence: 'localStorage+cookie',
  cross_subdomain_cookie: false,
  // Clicks are measured, but not those that decide about measuring.
  autocapture: {
    css_selector_ignorelist: [
      '.ph-no-capture',
      '[data-candor]',
      'candor-banner',
      'candor-preferences',
      'candor-button',
      'candor-embed',
      'candor-request',
    ],
  },
  // Nothing is decided on a server: no flags, no remote config, no recordings, no surveys.
  advanced_disable_flags: true,
  disable_session_recording: true,
  disable_surveys: true,
  disable_product_tours: true,
  disable_conversations: true,
  disable_external_dependency_loading: true,
  capture_heatmaps: false,
  capture_performance: false,
  capture_dead_clicks: false,
  capture_exceptions: false,
  // One readable request for each event, sent when it happens: nothing is still queued when the answer turns to no.
  request_batching: false,
  disable_compression: true,
  // Automated browsers count here, so that tests see what visitors see.
  opt_out_useragent_filter: true,
  // Code that ran cannot be unloaded: it stays silent and forgetful unless allowed.
  opt_out_capturing_by_default: true,
  opt_out_persistence_by_default: true,
};

let isWanted = false;
let isOn = false;
let isNew = true;
let loading: Promise<PostHog> | undefined;

/** Downloads the SDK on the first call: before a yes it is not even on the visitor's machine. */
async function load(): Promise<PostHog> {
  const { posthog } = await import('posthog-js');
  posthog.init(TOKEN, settings);
  return posthog;
}

/** Brings the SDK in line with the latest answer, which may have turned while it was on its way. */
function obey(posthog: PostHog): void {
  if (isOn === isWanted) return;
  isOn = isWanted;
  if (isOn) {
    // Who says yes again is somebody new.
    if (!isNew) posthog.reset(true);
    posthog.opt_in_capturing({ captureEventName: false });
    if (!isNew) posthog.capture('$pageview');
    isNew = false;
    return;
  }
  posthog.opt_out_capturing();
  // What it has stored is in the config's list and goes by itself.
  posthog.clear_opt_in_out_capturing();
}

/** Starts PostHog; the function it returns stops it. */
export function startTracker(): () => void {
  const settle = (wanted: boolean): void => {
    isWanted = wanted;
    // After a failed download the next yes tries again.
    void loading?.then(obey, () => (loading = undefined));
  };
  loading ??= load();
  settle(true);
  return () => settle(false);
}
