for (const output of document.querySelectorAll('[data-service]')) {
  candor.gate(output.dataset.service, () => {
    output.value = '{{ t.on }}';
    return () => (output.value = '{{ t.off }}');
  });
}
