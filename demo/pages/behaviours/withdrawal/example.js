candor.gate('analytics', () => {
  const seconds = document.querySelector('#seconds');
  const timer = setInterval(() => seconds.value++, 1000);
  return () => {
    clearInterval(timer);
    seconds.value = 0;
  };
});
