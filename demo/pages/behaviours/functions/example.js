const say = (text) => {
  const item = document.createElement('li');
  item.textContent = text;
  document.querySelector('#calls').append(item);
};

candor.gate('analytics', () => {
  const seconds = document.querySelector('#seconds');
  seconds.value = 0;
  const timer = setInterval(() => seconds.value++, 1000);
  say('{{ t.started }}');
  return () => {
    clearInterval(timer);
    say('{{ t.stopped }}');
  };
});

candor.when('analytics').then(() => say('{{ t.resolved }}'));

document.querySelector('#allow').addEventListener('click', () => candor.update({ analytics: true }));
