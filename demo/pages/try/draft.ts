/** The visitor's text while the window is open: kept only while they allow this site to remember their settings. */
const KEY = 'try-draft';

function tryStorage<Result>(use: (storage: Storage) => Result): Result | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return undefined; // Refused, or full.
  }
}

export interface Draft {
  /** Whether what is written now will be there after a reload. */
  readonly isKept: boolean;
  update(): void;
}

export const readDraft = (): string | undefined =>
  window.candor?.granted('functional') ? (tryStorage((storage) => storage.getItem(KEY)) ?? undefined) : undefined;

export function keepDraft(text: () => string): Draft {
  let isAllowed = false;
  let isKept = false;
  const update = (): void => {
    if (!isAllowed) return;
    isKept = tryStorage((storage) => storage.setItem(KEY, text()) ?? true) ?? false;
  };
  window.candor?.gate('functional', () => {
    isAllowed = true;
    update();
    return () => {
      isAllowed = isKept = false;
      tryStorage((storage) => storage.removeItem(KEY));
    };
  });
  return {
    get isKept() {
      return isKept;
    },
    update,
  };
}
