// Shows on the phone that it is one's turn while the page is not looked at. It keeps nothing and fetches nothing.
const pages = async () =>
  (await self.clients.matchAll({ type: 'window', includeUncontrolled: true })).filter(({ url }) => new URL(url).pathname === '/q');

async function show(told) {
  // A page that is looked at says it, and sounds it, by itself.
  if (!told || (await pages()).some(({ visibilityState }) => visibilityState === 'visible')) return;
  for (const earlier of await self.registration.getNotifications()) if (earlier.tag !== told.tag) earlier.close();
  await self.registration.showNotification(told.title, {
    body: told.body,
    tag: told.tag,
    lang: told.lang,
    vibrate: [400, 200, 400, 200, 400],
  });
}

async function open() {
  const [page] = await pages();
  await (page ? page.focus() : self.clients.openWindow('/q'));
}

self.addEventListener('push', (event) => event.waitUntil(show(event.data?.json())));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open());
});
