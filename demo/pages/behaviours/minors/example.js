const group = document.querySelector('#group');
const guardian = document.querySelector('#guardian');
const verify = document.querySelector('#verify');

// What a page knows about who is signed in wins over the visitor's own answer, and nothing is asked.
for (const button of document.querySelectorAll('[data-age]')) {
  button.addEventListener('click', () => candor.setSubject({ age: Number(button.dataset.age) }));
}

// Who verifies guardians cancels the event; the guardian then reads that it is being checked.
document.addEventListener('candor-guardian', (event) => {
  event.preventDefault();
  guardian.value = `${event.detail.relation}: ${event.detail.ids.join(', ')}`;
  verify.disabled = false;
});

verify.addEventListener('click', () => {
  verify.disabled = true;
  candor.setSubject({ guardian: 'verified' });
});

candor.addEventListener('refresh', () => {
  group.value = candor.ageGroup?.band ?? '{{ t.unknown }}';
});
