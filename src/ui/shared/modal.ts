/**
 * Opens a dialog above everything and makes the rest of the page inert.
 *
 * A filter that hides the host would leave the page dead behind a dialog that nobody sees, so its visibility is watched.
 *
 * @param onHidden Called when the dialog is modal but not visible.
 * @returns Closes it and stops watching.
 */
export function openModal(dialog: HTMLDialogElement, onHidden: () => void): () => void {
  // One that was moved in the document is still open, but no longer modal.
  dialog.open = false;
  dialog.showModal();
  // Calls back at once, and whenever the dialog gets or loses its box; closing it takes the box away, too.
  const observer = new ResizeObserver(() => {
    if (dialog.open && dialog.checkVisibility?.({ visibilityProperty: true }) === false) onHidden();
  });
  observer.observe(dialog);
  return () => {
    observer.disconnect();
    dialog.close();
  };
}
