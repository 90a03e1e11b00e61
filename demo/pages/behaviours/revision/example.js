// {{ t.comment }}
document.querySelector('#publish').addEventListener('click', () => {
  candor.replaceConfig({
    ...candor.config,
    revision: 2,
    changes: [{ revision: 2, ids: ['analytics'], text: '{{ t.text }}' }],
  });
});
