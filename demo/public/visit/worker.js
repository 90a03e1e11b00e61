// Shows what this site sends to browsers that asked for visiting days. It keeps nothing and answers no request.
self.addEventListener('push', (event) => {
  const { title = 'Northlark Cloud', body = '' } = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification(title, { body, icon: '/mark.svg' }));
});
