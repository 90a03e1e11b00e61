import type { PromptPlace } from './place.js';

const place = (kind: 'localStorage' | 'sessionStorage'): PromptPlace => ({
  kind,
  // By number, because a key may be called as a method of the storage is.
  names: () => Array.from({ length: window[kind].length }, (_, index) => window[kind].key(index)!),
  remove: (key) => {
    window[kind].removeItem(key);
    return window[kind].getItem(key) === null;
  },
});

export const webStorage: readonly PromptPlace[] = [place('localStorage'), place('sessionStorage')];
