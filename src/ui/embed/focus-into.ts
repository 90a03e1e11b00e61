const FOCUSABLE = 'iframe,a[href],button,input,select,textarea,summary,[controls],[tabindex]';

/** Moves the focus to the first thing in an embed that takes it, else to the embed, so that it is not lost with its button. */
export function focusInto(embed: HTMLElement): void {
  const root = embed.getRootNode() as Document | ShadowRoot;
  for (const candidate of embed.querySelectorAll<HTMLElement>(FOCUSABLE)) {
    candidate.focus();
    if (root.activeElement === candidate) return;
  }
  if (!embed.hasAttribute('tabindex')) {
    embed.tabIndex = -1;
    embed.addEventListener('blur', () => embed.removeAttribute('tabindex'), { once: true });
  }
  embed.focus();
}
