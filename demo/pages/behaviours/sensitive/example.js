const next = document.querySelector('#next');

document.querySelector('#card').addEventListener('click', async () => {
  next.value = (await candor.request('face')) ? '{{ t.camera }}' : '{{ t.counter }}';
});

document.querySelector('#lunch').addEventListener('click', async () => {
  next.value = (await candor.request('health')) ? '{{ t.menu }}' : '{{ t.cook }}';
});
