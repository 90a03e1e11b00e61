document.querySelector('#tracker').value = document.currentScript.dataset.yes;
