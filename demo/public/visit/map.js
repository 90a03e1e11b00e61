// The map of the places to visit. It runs whenever its embed is released, after Leaflet's own file; an embed that goes back to
// its placeholder takes the map's element along.
(function () {
  'use strict';

  var place = document.querySelector('#visit-map');
  var world = [
    [-85, -180],
    [85, 180],
  ];
  var map = L.map(place, {
    minZoom: 0,
    maxZoom: 5,
    // Any zoom: the world is as large as its place.
    zoomSnap: 0,
    maxBounds: world,
    scrollWheelZoom: false,
    zoomControl: false,
    attributionControl: false,
  });
  L.control.zoom({ zoomInTitle: place.dataset.zoomIn, zoomOutTitle: place.dataset.zoomOut }).addTo(map);
  L.control.attribution({ prefix: false }).addTo(map);
  L.tileLayer('/collect/map/{z}/{x}/{y}.svg', { bounds: world, attribution: place.dataset.source }).addTo(map);

  var points = [];
  document.querySelectorAll('#sites [data-place]').forEach(function (row) {
    var point = [Number(row.dataset.latitude), Number(row.dataset.longitude)];
    points.push(point);
    L.circleMarker(point, { radius: 7, className: 'site-point' }).bindTooltip(row.dataset.name).addTo(map);
  });
  map.fitBounds(points, { padding: [24, 48] });
})();
