import { translator } from '../../site/translator.js';

const text = translator({ copied: 'Copied', failed: 'Not copied' }, { copied: '已复制', failed: '未能复制' });

// Browsers offer the clipboard on secure pages alone.
if ('clipboard' in navigator) {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) button.hidden = false;
}

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLButtonElement) || target.dataset['copy'] === undefined) return;
  const code = target.closest('figure')?.querySelector('code')?.textContent ?? '';
  navigator.clipboard.writeText(code).then(
    () => (target.textContent = text('copied')),
    () => (target.textContent = text('failed')),
  );
});
