candor.gate('analytics', () => {
  const measuring = document.querySelector('#measuring');
  measuring.value = '{{ t.on }}';
  return () => (measuring.value = '{{ t.off }}');
});
