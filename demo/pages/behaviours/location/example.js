const found = document.querySelector('#found');

const answered = () =>
  new Promise((resolve) => {
    document.addEventListener('candor-change', resolve, { once: true });
    candor.show('banner');
  });

document.querySelector('#find').addEventListener('click', async () => {
  if (!candor.granted('location')) await answered();
  if (!candor.granted('location')) {
    found.value = '{{ t.refused }}';
    return;
  }
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => (found.value = `{{ t.found }} ${coords.latitude.toFixed()}°, ${coords.longitude.toFixed()}°`),
    () => (found.value = '{{ t.failed }}'),
  );
});
