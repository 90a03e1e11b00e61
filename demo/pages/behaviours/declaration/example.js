const declaration = document.querySelector('candor-declaration');

for (const choice of document.querySelectorAll('[name=list]')) {
  choice.onchange = () => declaration.setAttribute('list', choice.value);
}

document.querySelector('#print').onclick = () => print();
