import { watchHidden } from './watch-hidden.js';

/**
 * Opens a dialog above everything and makes the rest of the page inert.
 *
 * A filter that hides the host would leave the page dead behind a dialog that nobody sees, so it is watched.
 *
 * @param onHidden Called when the dialog is modal but somebody has hidden it.
 * @returns Closes it and stops watching.
 */
export function openModal(dialog: HTMLDialogElement, onHidden: () => void): () => void {
  // One that was moved in the document is still open, but no longer modal.
  dialog.open = false;
  dialog.showModal();
  const stop = watchHidden(dialog, (isHidden) => isHidden && onHidden());
  return () => {
    stop();
    dialog.close();
  };
}
