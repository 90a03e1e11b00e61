/** Forgets the answer that this page keeps, and what its services have left, as if nobody had been here. */
async function forget(name: string): Promise<void> {
  try {
    await window.candor?.erase(Object.keys(window.candor.choices));
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
  void forget(name).then(() => location.reload());
});

export {};
