// What this site tells Amplitude's own SDK. Candor runs it right after the SDK's file, and only after a yes.
(function () {
  'use strict';

  // What decides about measuring is not measured.
  var OWN_CONTROLS =
    '[data-candor], candor-banner, candor-preferences, candor-button, candor-embed, candor-request, .left-browser';

  amplitude.init('northlark_demo', {
    serverUrl: location.origin + '/collect/amplitude/2/httpapi',
    // Its cookies stand at this host alone, and none tries how far up they could stand.
    cookieOptions: { domain: location.hostname },
    // The views of this page are measured, and what is pressed on it; nothing is read from forms, files or the network.
    autocapture: {
      pageViews: true,
      sessions: false,
      attribution: false,
      fileDownloads: false,
      formInteractions: false,
      elementInteractions: {
        viewportContentUpdated: { enabled: false },
        shouldTrackEventResolver: function (action, element) {
          return !element.closest(OWN_CONTROLS);
        },
      },
      frustrationInteractions: false,
      networkTracking: false,
      pageUrlEnrichment: false,
      webVitals: false,
    },
    // Nothing is decided on a server, and nothing is told about the SDK itself.
    remoteConfig: { fetchRemoteConfig: false },
    enableDiagnostics: false,
    // One readable request for each event, sent when it happens: nothing is still queued when the answer turns to no.
    flushQueueSize: 1,
    flushIntervalMillis: 0,
    enableRequestBodyCompression: false,
  });

  // The SDK keeps a database open until the page is left, so its service has `reload` in the config: after a no the page loads
  // again. Until then it is silent. What it keeps on the device is named there too (`erase`), and Candor removes it.
  candor.gate('!amplitude', function () {
    amplitude.setOptOut(true);
  });
})();
