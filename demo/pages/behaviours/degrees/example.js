const city = document.querySelector('#city');
const position = document.querySelector('#position');

// What a server would guess from the IP address.
candor.gate('approximate', () => {
  city.value = '{{ t.guess }}';
  return () => (city.value = '{{ t.unknown }}');
});

const look = () =>
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => (position.value = `${coords.latitude.toFixed(3)}°, ${coords.longitude.toFixed(3)}°`),
    (error) => (position.value = `${error.constructor.name} ${error.code}`),
  );

document.querySelector('#look').addEventListener('click', look);
document.querySelector('#find').addEventListener('click', async () => {
  if (await candor.request('precise')) look();
});
