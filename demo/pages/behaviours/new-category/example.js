// {{ t.comment }}
const research = { id: 'research', title: '{{ t.newTitle }}', description: '{{ t.what }}' };
const categories = [...candor.config.categories, research];
const changes = [{ revision: 2, ids: ['research'], text: '{{ t.why }}' }];

document.querySelector('#add').addEventListener('click', () => {
  candor.replaceConfig({ ...candor.config, revision: 2, changes, categories });
});
