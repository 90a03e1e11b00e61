import { byId, element } from './element.js';

/** Nothing that is a config, in whatever form, comes near it. */
const MAXIMUM_BYTES = 10_000_000;

export type Opened =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly problem: 'too-large' | 'no-text' };

async function read(file: File): Promise<Opened> {
  const { name } = file;
  if (file.size > MAXIMUM_BYTES) return { name, problem: 'too-large' };
  try {
    // Also takes away the mark that some editors put before a text.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return text.includes('\0') ? { name, problem: 'no-text' } : { name, text };
  } catch {
    return { name, problem: 'no-text' };
  }
}

/** Opens files by the button, and those that are dropped anywhere on the page, which would otherwise be left for them. */
export function mountFiles(onOpened: (opened: Opened) => void): void {
  const input = byId('file', HTMLInputElement);
  const open = (file: File | undefined): void => void (file && read(file).then(onOpened));

  byId('open', HTMLButtonElement).addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    open(input.files?.[0]);
    // The same file can be opened again.
    input.value = '';
  });
  const carriesFiles = ({ dataTransfer }: DragEvent): boolean => !!dataTransfer?.types.includes('Files');
  addEventListener('dragover', (event) => carriesFiles(event) && event.preventDefault());
  addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    open(event.dataTransfer?.files[0]);
  });
}

export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  element('a', { href: address, download: name }).click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
