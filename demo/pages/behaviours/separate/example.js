document.querySelector('#update').addEventListener('click', () => candor.update({ sharing: true }));
document.querySelector('#ask').addEventListener('click', () => candor.request('sharing'));
