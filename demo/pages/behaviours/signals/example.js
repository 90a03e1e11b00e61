const QUEUES = {
  'Google Consent Mode': 'dataLayer',
  'Microsoft UET': 'uetq',
  'Microsoft Clarity': 'clarity.q',
  'Meta Pixel': 'fbq.queue',
  TikTok: 'ttq',
  Matomo: '_paq',
  'QuickTracking, Umeng': 'aplus_queue',
  'Baidu Tongji': '_hmt',
};

// {{ t.argumentsComment }}
const isCall = (entry) => Object.prototype.toString.call(entry) === '[object Arguments]';

// {{ t.queueComment }}
function entriesOf(path) {
  const queue = path.split('.').reduce((owner, name) => owner?.[name], window);
  return Array.isArray(queue) ? queue.map((entry) => (isCall(entry) ? [...entry] : entry)) : [];
}

function show() {
  const counts = [];
  for (const [vendor, path] of Object.entries(QUEUES)) {
    const entries = entriesOf(path);
    if (entries.length === 0) continue;
    counts.push(`${path} ${entries.length}`);
    const shown = document.querySelector(`[data-queue="${path}"]`) ?? add(vendor, path);
    write(shown, JSON.stringify(entries, null, 2));
  }
  write(document.querySelector('#entries'), counts.join(', '));
}

// {{ t.writeComment }}
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function add(vendor, path) {
  const title = document.createElement('h3');
  const name = document.createElement('code');
  name.textContent = path;
  title.append(`${vendor}: `, name);

  const shown = document.createElement('code');
  shown.dataset.queue = path;
  const frame = document.createElement('pre');
  frame.append(shown);

  const queue = document.createElement('div');
  queue.append(title, frame);
  document.querySelector('#queues').append(queue);
  return shown;
}

const { region, gpc } = document.forms[0].elements;
region.value = document.querySelector('meta[name=candor-region]').content;
gpc.checked = candor.gpc;

show();
// {{ t.pollComment }}
setInterval(show, 250);
