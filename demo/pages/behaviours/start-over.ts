/** Forgets the answer that this page keeps, and only that, as if nobody had been here. */
function forget(name: string): void {
  try {
    document.cookie = `${name}=; Max-Age=0; Path=/`;
    localStorage.removeItem(name);
  } catch {
    // Where the browser refuses storage there is nothing to forget.
  }
}

// On the document, because one behaviour swaps the body.
document.addEventListener('click', ({ target }) => {
  const name = target instanceof HTMLElement && target.dataset['startOver'];
  if (!name) return;
  forget(name);
  location.reload();
});

export {};
