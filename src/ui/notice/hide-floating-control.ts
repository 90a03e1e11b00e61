/**
 * Hides the floating control, whenever it comes, as long as the notice stands where it would: nobody should reach by the
 * keyboard what they cannot see, and the notice offers the same.
 *
 * @returns Shows it again.
 */
export function hideFloatingControl(): () => void {
  const set = (visibility: string): void => {
    for (const button of document.querySelectorAll<HTMLElement>('candor-button:not([inline])')) {
      button.style.visibility = visibility;
    }
  };
  const observer = new MutationObserver(() => set('hidden'));
  observer.observe(document.documentElement, { childList: true });
  set('hidden');
  return () => {
    observer.disconnect();
    set('');
  };
}
