import { byId } from './element.js';

/** Asks whether the visitor's text may be replaced. Escape is a no. */
export function confirmReplace(): Promise<boolean> {
  const dialog = byId('confirm', HTMLDialogElement);
  dialog.returnValue = 'keep';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'replace'), { once: true });
  });
}
