const allowed = document.querySelector('#allowed');
const position = document.querySelector('#position');

document.querySelector('#request').addEventListener('click', async () => {
  allowed.value = await candor.request('location');
});

// What a page does by itself, as soon as it has loaded, say.
document.querySelector('#remind').addEventListener('click', async () => {
  allowed.value = await candor.request('location', { trigger: 'page' });
});

// With `ask` in the config the browser's own function asks.
document.querySelector('#look').addEventListener('click', () => {
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => (position.value = `${coords.latitude.toFixed()}°, ${coords.longitude.toFixed()}°`),
    (error) => (position.value = `${error.constructor.name} ${error.code}`),
  );
});
