// {{ t.comment }}
const changed = { revision: 2, ids: ['analytics'], effective: '2026-03-01', text: '{{ t.text }}' };
const added = { revision: 3, ids: ['mixpanel'], text: '{{ t.addedText }}' };
const mixpanel = { id: 'mixpanel', name: 'Mixpanel', since: 3 };

document.querySelector('#publish').addEventListener('click', () => {
  candor.replaceConfig({ ...candor.config, revision: 2, changes: [changed] });
});

document.querySelector('#add').addEventListener('click', () => {
  const [necessary, functional, { services, ...analytics }] = candor.config.categories;
  candor.replaceConfig({
    ...candor.config,
    revision: 3,
    changes: [changed, added],
    categories: [necessary, functional, { ...analytics, services: [services[0], mixpanel] }],
  });
});
