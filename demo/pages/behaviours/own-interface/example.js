const dialog = document.querySelector('#own');
const form = dialog.querySelector('form');
const boxes = [...form.querySelectorAll('input')];

document.addEventListener('candor-request', (event) => {
  event.preventDefault();
  for (const box of boxes) box.checked = candor.granted(box.name);
  if (!dialog.open) dialog.showModal();
});

form.addEventListener('submit', () => {
  candor.update(Object.fromEntries(boxes.map((box) => [box.name, box.checked])));
});

// {{ t.comment }}
if (candor.pending.length) candor.show('banner');
