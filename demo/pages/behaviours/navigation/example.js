let number = 1;

// {{ t.comment }}
async function goOn() {
  const response = await fetch(location.pathname);
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  number += 1;
  next.querySelector('#number').value = number;
  history.pushState(null, '', `?page=${number}`);
  document.body.replaceWith(next.body);
}

document.addEventListener('click', ({ target }) => target.id === 'next' && goOn());
