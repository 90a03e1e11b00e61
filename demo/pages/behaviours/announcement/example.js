// {{ t.comment }}
const publish = (revision, change) =>
  candor.replaceConfig({ ...candor.config, revision, changes: [{ revision, ...change }] });

const longer = { ids: ['analytics'], text: '{{ t.longer }}' };
const moved = { ids: ['posthog'], text: '{{ t.moved }}', effect: 'tell' };

document.querySelector('#announce').addEventListener('click', () => {
  publish(2, { ...longer, effective: '2099-12-01' });
});
document.querySelector('#come').addEventListener('click', () => {
  publish(2, { ...longer, effective: '2026-01-01' });
});
document.querySelector('#tell').addEventListener('click', () => publish(3, moved));

document.addEventListener('candor-told', ({ detail }) => {
  document.querySelector('#told').textContent = detail.changes.map((change) => change.text).join(' ');
});
