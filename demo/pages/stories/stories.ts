/**
 * Shows the share buttons while they are allowed. Their script stays in the page's memory once it ran, so that after a no the
 * page itself must take away what it built.
 */
function mountSharing(): void {
  const row = document.querySelector<HTMLElement>('#sharing-row');
  const note = document.querySelector<HTMLElement>('#sharing-note');
  if (!row || !note) return;
  const show = (isAllowed: boolean): void => {
    row.hidden = !isAllowed;
    note.hidden = isAllowed;
  };
  window.candor?.gate('social lumen-share', () => {
    show(true);
    return () => show(false);
  });
}

mountSharing();

export {};
