const form = document.querySelector('#layout');

form.addEventListener('change', () => {
  const { banner, position } = form.elements;
  const layout = { banner: banner.value, ...(position.value && { position: position.value }) };
  candor.replaceConfig({ ...candor.config, layout });
  candor.show('banner');
});
