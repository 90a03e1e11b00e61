/** Calls back once the page has nothing else to do; soon in a browser that does not say when that is. */
export const idle = (run: () => void): unknown => (window.requestIdleCallback ?? setTimeout)(run);
