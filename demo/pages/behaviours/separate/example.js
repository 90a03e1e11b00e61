document.querySelector('#update').addEventListener('click', () => candor.update({ sharing: true }));
