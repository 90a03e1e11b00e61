document.querySelector('#remember').addEventListener('click', () => {
  document.cookie = 'size=large; Path=/; Max-Age=600; SameSite=Lax';
});
