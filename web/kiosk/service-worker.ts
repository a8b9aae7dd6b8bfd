/*
 * The kiosk's own pages on the device, so that it starts without network too. Only files of one build are kept, under the name of its
 * content: answers of the service, and with them all that visitors say, go past here.
 */
type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Asking = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Worker = {
  location: Location;
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  addEventListener: ((on: 'install' | 'activate', hear: (event: Lasting) => void) => void) &
    ((on: 'fetch', hear: (event: Asking) => void) => void);
};

const worker = self as unknown as Worker;

// Written by the build: the name of its content, then its files.
const [build, ...files] = '%SHELL%'.split('|');
const OURS = 'polku-kiosk-shell-';
const CACHE = `${OURS}${build}`;
const home = new URL('./', worker.location.href);

worker.addEventListener('install', (event) => event.waitUntil(fetchShell()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOthers().then(() => worker.clients.claim())));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== home.origin || !pathname.startsWith(home.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(kept(home.href, request));
  else if (files.some((file) => pathname === new URL(file, home).pathname)) event.respondWith(kept(request.url, request));
});

/** Whole or not at all: one file that cannot be fetched leaves the build before in its place. */
async function fetchShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([home.href, ...files].map((file) => new Request(new URL(file, home), { cache: 'reload' })));
  await worker.skipWaiting();
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

async function kept(address: string, request: Request): Promise<Response> {
  return (await (await caches.open(CACHE)).match(address, { ignoreVary: true })) ?? fetch(request);
}

export {};
