for (const channel of document.querySelectorAll('[data-channel]')) {
  candor.gate(channel.dataset.channel, () => {
    channel.value = '{{ t.on }}';
    return () => (channel.value = '{{ t.off }}');
  });
}
