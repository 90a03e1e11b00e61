document.querySelector('#counter').addEventListener('click', () => document.querySelector('#count').value++);
