const list = (id, names) =>
  document.querySelector(id).replaceChildren(
    ...names.map((name) => {
      const item = document.createElement('li');
      item.textContent = name;
      return item;
    }),
  );

const show = () =>
  list(
    '#kept',
    [
      ...document.cookie.split('; ').map((pair) => `cookie ${pair.split('=')[0]}`),
      ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
    ].filter((name) => / (counter_|basket)/.test(name)),
  );

document.addEventListener('candor-change', ({ detail }) => {
  document.querySelector('#running').value = detail.running.join() || '{{ t.nothing }}';
});
document.addEventListener('candor-erase', ({ detail }) => {
  list(
    '#erased',
    detail.erased.map(({ id, kind, name }) => `${id}: ${kind} ${name}`),
  );
  show();
});
addEventListener('counted', show);
document.querySelector('#erase').addEventListener('click', () => candor.erase(['analytics']));
show();
