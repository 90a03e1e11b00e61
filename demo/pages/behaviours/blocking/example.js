document.querySelector('#send').addEventListener('click', async () => {
  const call = document.querySelector('#call');
  try {
    const { status } = await fetch('/collect/visits/', { method: 'POST' });
    call.value = status;
  } catch (error) {
    call.value = error.name;
  }
});
