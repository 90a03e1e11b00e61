for (const button of document.querySelectorAll('[data-locale]')) {
  button.addEventListener('click', () => candor.setLocale(button.dataset.locale));
}
