/**
 * A dialog that opens in a frame takes the focus, also where the frame is inert. It goes back to where it was: readers must
 * not be carried off by what loads beside them.
 */
export function keepFocus(): void {
  let kept: HTMLElement | undefined;
  const giveBack = (): void => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLIFrameElement) || !activeElement.inert) return;
    activeElement.blur();
    kept?.focus({ preventScroll: true });
  };
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !(target instanceof HTMLIFrameElement)) kept = target;
  });
  // While it is told, the focus is still on its way.
  addEventListener('blur', () => setTimeout(giveBack));
}
