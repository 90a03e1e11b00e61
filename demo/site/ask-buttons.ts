/** Buttons that ask for one category or service at the moment it is wanted: `<button data-ask="lumen-video">`. */
export function mountAskButtons(): void {
  // Also those that come later, as the console's views do.
  document.addEventListener('click', ({ target }) => {
    const id = target instanceof Element && target.closest<HTMLElement>('[data-ask]')?.dataset['ask'];
    if (id) void window.candor?.request(id);
  });
}
