/** Resolves once the next frame is on screen; soon where nothing is painted. */
export const painted = (): Promise<unknown> =>
  new Promise((resolve) => (document.hidden ? setTimeout(resolve) : requestAnimationFrame(() => setTimeout(resolve))));
