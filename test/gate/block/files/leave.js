// Says that it has run, and by which query it was asked for.
window.trace?.push((document.currentScript?.src ?? document.currentScript?.href?.baseVal ?? '').split('?')[1] ?? '');
