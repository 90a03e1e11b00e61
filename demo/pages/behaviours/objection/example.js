const counting = document.querySelector('#counting');

candor.gate('analytics', () => {
  counting.value = '{{ t.yes }}';
  return () => (counting.value = '{{ t.no }}');
});
