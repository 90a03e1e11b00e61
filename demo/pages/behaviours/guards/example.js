const show = (id, text) => (document.querySelector(`#${id}`).value = text);

const showPermissions = async () => {
  for (const name of ['geolocation', 'notifications']) {
    show(name, (await navigator.permissions.query({ name })).state);
  }
  show('permission', Notification.permission);
};

document.querySelector('#locate').addEventListener('click', () => {
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => show('position', `${coords.latitude.toFixed()}°, ${coords.longitude.toFixed()}°`),
    (error) => show('position', `${error.constructor.name} ${error.code}`),
  );
});

document.querySelector('#notify').addEventListener('click', async () => {
  show('answer', await Notification.requestPermission());
  showPermissions();
});

document.addEventListener('candor-change', showPermissions);
showPermissions();
