const { name } = candor.config.cookie;

function show() {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  document.querySelector('#region').value = candor.region;
  document.querySelector('#signal').value = candor.gpc ? '{{ t.on }}' : '{{ t.off }}';
  document.querySelector('#signalled').value = candor.signalled.join(', ') || '{{ t.nothing }}';
  document.querySelector('#cookie').textContent = cookie ?? '{{ t.none }}';
}

document.addEventListener('candor-change', show);
show();
