const find = (id) => document.querySelector(`#${id}`);
const json = { 'content-type': 'application/json' };
let isSignedIn = false;

find('device').value = location.search === '?device=2' ? '2' : '1';

async function account(method, path = '/api/account', body) {
  const response = await fetch(path, { method, headers: json, body: JSON.stringify(body) });
  return (await response.json()).account;
}

const save = () => account('PUT', '/api/account', { keepsChoices: true, snapshot: candor.export() });

find('sign-in').addEventListener('click', async () => {
  // An account of this tab, which nobody else on this demo shares.
  const name = (sessionStorage['account-sync'] ??= `visitor-${Math.random()}`);
  const { snapshot } = await account('POST', '/api/session', { name });
  isSignedIn = true;
  candor.setSubject({ signedIn: true });
  if (snapshot) {
    const { taken, kept, leftOut } = await candor.import(snapshot);
    find('taken').textContent = taken.join(', ') || '–';
    find('kept').textContent = kept.join(', ') || '–';
    find('left-out').textContent =
      Object.entries(leftOut)
        .map((each) => each.join(': '))
        .join(', ') || '–';
  }
  await save();
  find('state').value = '{{ t.in }}';
});

// What is decided while signed in belongs to the account.
document.addEventListener('candor-change', () => isSignedIn && save());

find('sign-out').addEventListener('click', async () => {
  isSignedIn = false;
  await account('DELETE', '/api/session');
  candor.setSubject({ signedIn: false });
  find('state').value = '{{ t.out }}';
});
