for (const output of document.querySelectorAll('[data-id]')) {
  candor.gate(output.dataset.id, () => {
    output.value = '{{ t.on }}';
    return () => (output.value = '{{ t.off }}');
  });
}
