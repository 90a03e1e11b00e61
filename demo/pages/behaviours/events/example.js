function show() {
  const items = told.map((text) => {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
  });
  document.querySelector('#told').replaceChildren(...items);
}

document.addEventListener('told', show);
show();
