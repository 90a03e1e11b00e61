/** Folds and unfolds the main navigation where the screen is too narrow for it. */
function mountMenu(): void {
  const button = document.querySelector<HTMLButtonElement>('.menu-button');
  const header = button?.parentElement;
  if (!button || !header) return;
  const isOpen = (): boolean => button.getAttribute('aria-expanded') === 'true';
  const open = (wanted: boolean): void => button.setAttribute('aria-expanded', String(wanted));
  button.addEventListener('click', () => open(!isOpen()));
  header.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !isOpen()) return;
    open(false);
    button.focus();
  });
}

mountMenu();

export {};
