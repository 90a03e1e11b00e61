const load = document.querySelector('#load');

load.addEventListener('click', () => {
  const tag = document.createElement('script');
  tag.src = '/candor/candor.js';
  document.head.append(tag);
  load.disabled = true;
});
