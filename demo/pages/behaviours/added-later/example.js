const added = document.querySelector('#added');

document.querySelector('#add-picture').addEventListener('click', () => {
  const picture = '<img data-consent="social" data-src="/behaviours/media/chart.svg" alt="{{ t.alt }}" />';
  added.insertAdjacentHTML('beforeend', picture);
});

document.querySelector('#add-script').addEventListener('click', () => {
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.dataset.consent = 'analytics';
  script.text = "document.querySelector('#ran').value++";
  added.append(script);
});
