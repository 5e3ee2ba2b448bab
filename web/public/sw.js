// Rings while no tab of the desk is open. It keeps nothing of what the desk says and answers no request of the page.

const WORDS = 'relaydesk-words';
const ENGLISH = {
  message: 'New message, ticket #{number}',
  assigned: 'Ticket #{number} is yours',
  due: 'Ticket #{number} is due',
  mention: 'A note in ticket #{number} names you',
  somebody: 'Somebody',
};

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('push', (event) => event.waitUntil(ring(event.data)));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show(`/inbox/mine/${encodeURIComponent(event.notification.tag)}`));
});

async function ring(data) {
  const { kind, ticketId, number, contactName } = data.json();
  const words = await wordsNow();
  const says = words[kind] ?? words.message;
  await self.registration.showNotification(contactName ?? words.somebody, {
    body: says.replace('{number}', number),
    tag: ticketId,
    renotify: true,
    icon: '/icon-192.png',
  });
}

/** In the language of whoever switched it on: the page leaves the words here. */
async function wordsNow() {
  const kept = await caches.match('/words', { cacheName: WORDS });
  return { ...ENGLISH, ...(kept ? await kept.json() : {}) };
}

/** A tab that is open comes to the front and goes there; else a new one opens. */
async function show(path) {
  const [tab] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!tab) return self.clients.openWindow(path);
  await tab.focus();
  tab.postMessage({ go: path });
}
