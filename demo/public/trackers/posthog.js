// What this site tells PostHog's own SDK. Candor runs it right after the SDK's file, and only after a yes.
(function () {
  'use strict';

  posthog.init('phc_northlark_demo', {
    api_host: '/collect/posthog',
    persistence: 'localStorage+cookie',
    cross_subdomain_cookie: false,
    // The console changes its address without loading a page.
    capture_pageview: 'history_change',
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
    // A script that ran cannot be unloaded, so it is told of each change: silent and forgetful unless allowed.
    opt_out_capturing_by_default: true,
    opt_out_persistence_by_default: true,
  });

  var isNew = true;

  candor.gate('analytics posthog', function () {
    // Who says yes again is somebody new.
    if (!isNew) posthog.reset(true);
    posthog.opt_in_capturing({ captureEventName: false });
    if (!isNew) posthog.capture('$pageview');
    isNew = false;
    return function () {
      posthog.opt_out_capturing();
      // What it has stored is in the config's list and goes by itself, but for what it would write again from memory.
      posthog.clear_opt_in_out_capturing();
    };
  });
})();
