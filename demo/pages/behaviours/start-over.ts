/** Forgets the answer that this page keeps, and what its services have left, as if nobody had been here. */
async function forget(name: string): Promise<void> {
  try {
    await window.candor?.erase(Object.keys(window.candor.choices));
    document.cookie = `${name}=; Max-Age=0; Path=/`;
    // The answer itself, the age group, what the device had decided before an account's choices came, and the records.
    for (const end of ['', '-age', '-device', '-records', '-records-sent']) localStorage.removeItem(`${name}${end}`);
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
