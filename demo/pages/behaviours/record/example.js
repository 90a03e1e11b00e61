const find = (selector) => document.querySelector(selector);

function showRecords() {
  const items = candor.exportRecords().map((record) => {
    const [item, details, summary, json] = ['li', 'details', 'summary', 'pre'].map((name) =>
      document.createElement(name),
    );
    summary.textContent = `${record.event.state}: ${record.receiptId}`;
    json.textContent = JSON.stringify(record, null, 2);
    details.append(summary, json);
    item.append(details);
    return item;
  });
  find('#records').replaceChildren(...items.reverse());
}

async function showLog() {
  const subject = candor.record?.subject.id;
  const attempts = subject ? await (await fetch(`/api/records?subject=${subject}`)).json() : [];
  const lines = attempts.map(({ receiptId, answer, problem }) => {
    const item = document.createElement('li');
    item.textContent = `${receiptId}: ${answer}, ${problem ?? '{{ t.valid }}'}`;
    return item;
  });
  find('#log').replaceChildren(...lines);
}

document.addEventListener('candor-change', showRecords);
find('#ask').addEventListener('click', () => candor.request('sharing'));
find('#own').addEventListener('click', () => candor.show('records'));
find('#answers').addEventListener('click', ({ target: { value } }) => {
  if (value === undefined) return;
  for (const button of find('#answers').children) button.ariaPressed = button.value === value;
  const url = value ? `/api/records?answer=${value}` : '/api/records';
  candor.replaceConfig({ ...candor.config, records: { ...candor.config.records, url } });
});
setInterval(showLog, 500);
showRecords();
