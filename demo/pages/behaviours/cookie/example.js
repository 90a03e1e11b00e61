const { name } = candor.config.cookie;

function show() {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  document.querySelector('#cookie').textContent = cookie ?? '{{ t.none }}';

  const pieces = new URLSearchParams(cookie?.slice(name.length + 1));
  for (const output of document.querySelectorAll('[data-piece]')) {
    output.value = pieces.has(output.dataset.piece)
      ? `${output.dataset.piece}=${pieces.get(output.dataset.piece)}`
      : '';
  }
  const time = pieces.has('at')
    ? new Date(pieces.get('at') * 1000).toLocaleString('{{ lang }}', { dateStyle: 'long', timeStyle: 'short' })
    : '';
  document.querySelector('#time').value = time;
}

document.addEventListener('candor-change', show);
show();
