// What this site tells Mixpanel's own SDK. Candor runs it right after the SDK's file, and only after a yes.
(function () {
  'use strict';

  var visits = 0;

  candor.gate('analytics mixpanel', function () {
    visits += 1;
    // An instance for each yes: one that was disabled stays so, and who says yes again is somebody new.
    var tracker = mixpanel.init(
      'northlark_demo',
      {
        api_host: '/collect/mixpanel',
        cross_subdomain_cookie: false,
        // The console changes its address without loading a page.
        track_pageview: 'url-with-path',
        // One readable request for each event, sent when it happens: nothing is still queued when the answer turns to no.
        batch_requests: false,
        api_payload_format: 'json',
        // Nothing is decided on a server, nothing is recorded.
        remote_settings_mode: 'disabled',
        record_sessions_percent: 0,
        disable_persistence: true,
      },
      'visit' + visits,
    );
    // Only now, because the SDK opens databases at its start, for flags and recordings that this site does not use.
    tracker.set_config({ disable_persistence: false });

    return function () {
      tracker.disable();
      // It writes nothing any more; what it wrote is in the config's list and goes by itself.
      tracker.set_config({ disable_persistence: true });
    };
  });
})();
