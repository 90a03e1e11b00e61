// What this site tells the SDK of Sensors Data (神策数据). Candor runs it right after the SDK's file, and only after a yes.
(function () {
  'use strict';

  var sensors = window.sensorsDataAnalytic201505;
  var isNew = true;

  sensors.init({
    server_url: location.origin + '/collect/sensors/sa.gif?project=northlark',
    cross_subdomain: false,
    // The console changes its address without loading a page.
    is_track_single_page: true,
    show_log: false,
  });

  candor.gate('analytics sensors', function () {
    sensors.enableSDK();
    // Who says yes again is somebody new.
    if (!isNew) sensors.resetAnonymousIdentity();
    isNew = false;
    sensors.quick('autoTrack');
    return function () {
      sensors.disableSDK();
    };
  });
})();
