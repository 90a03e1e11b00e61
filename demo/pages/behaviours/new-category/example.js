// {{ t.comment }}
const research = { id: 'research', title: '{{ t.newTitle }}', description: '{{ t.what }}' };
const categories = [...candor.config.categories, research];

document.querySelector('#add').addEventListener('click', () => {
  candor.replaceConfig({ ...candor.config, categories });
});
