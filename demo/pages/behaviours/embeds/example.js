document.querySelector('#add').addEventListener('click', () => {
  const embed = document.createElement('candor-embed');
  embed.setAttribute('consent', 'social');
  embed.setAttribute('service', 'lumen-video');
  embed.setAttribute('label', '{{ t.second }}');
  const template = document.createElement('template');
  template.innerHTML =
    '<iframe src="/frames/lumen-video/#{{ lang }}" width="320" height="180" title="{{ t.second }}"></iframe>';
  embed.append(template);
  document.querySelector('#added').append(embed);
});
