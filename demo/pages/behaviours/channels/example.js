for (const channel of document.querySelectorAll('[data-channel]')) {
  candor.gate(channel.dataset.channel, () => {
    channel.value = '{{ t.on }}';
    return () => (channel.value = '{{ t.off }}');
  });
}

const signIn = document.querySelector('#sign-in');
signIn.addEventListener('click', () => {
  const signedIn = signIn.ariaPressed === 'false';
  signIn.ariaPressed = signedIn;
  candor.setSubject({ signedIn });
});

// Here a site would have its server delete what it knows of the person’s interests.
document.addEventListener('candor-forget-tags', ({ detail }) => {
  document.querySelector('#tags').value = `{{ t.deleted }} ${detail.ids.join(', ')}`;
});
