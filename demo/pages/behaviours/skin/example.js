const own = [...document.querySelectorAll('candor-banner > *, candor-preferences > *')];
const slots = own.map(({ slot }) => slot);

// {{ t.comment }}
candor.addEventListener('refresh', () => {
  const isSpoken = candor.locale === document.documentElement.lang;
  own.forEach((element, index) => (element.slot = isSpoken ? slots[index] : 'none'));
});
