document.querySelector('#look').addEventListener('change', ({ target }) => {
  document.querySelector('style').disabled = !target.checked;
});
