let start = 0;
document.addEventListener('candor-request', () => (start = performance.now()));
document.addEventListener('candor-show', ({ detail }) => {
  if (detail.surface === 'preferences') document.querySelector('#time').value = (performance.now() - start).toFixed();
});
