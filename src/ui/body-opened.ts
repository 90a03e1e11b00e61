/** Resolves as soon as the parser has opened the body, long before the document is complete. */
export const bodyOpened = (): Promise<void> =>
  new Promise((resolve) => {
    const observer = new MutationObserver(() => check());
    const check = (): void => {
      if (!document.body) return;
      observer.disconnect();
      resolve();
    };
    observer.observe(document, { childList: true, subtree: true });
    check();
  });
