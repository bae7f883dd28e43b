/*
 * The service worker: without a network the map opens as it was last seen, and says so.
 *
 * - Built files never change under their name: from the cache, else from the network.
 * - /map and /wall: from the network; where it is away, the last page, marked with
 *   `data-remembered` on <html>, so that the page tells its age by this machine's clock.
 * - Everything else passes; a page that cannot be reached becomes /offline.html.
 *
 * The page itself keeps its newest view in the same cache and empties it at sign-out (see
 * components/offline/rememberedView.ts). A redirect to sign-in empties it too.
 */
const BUILT = 'limelight-built';
const REMEMBERED = 'limelight-remembered';
const OFFLINE_PAGE = '/offline.html';
const REMEMBERED_PAGES = new Set(['/map', '/wall']);
/** Answers that stand beside the page, needed to draw it. */
const REMEMBERED_ANSWERS = new Set(['/api/map/districts']);
const MOST_BUILT_FILES = 300;
/** What a reverse proxy says when the web process is away. */
const GATEWAY_STATUSES = new Set([502, 503, 504]);

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(BUILT)
      .then((cache) => cache.add(OFFLINE_PAGE))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// The files of the first visit were loaded before this worker saw anything.
self.addEventListener('message', (event) => {
  if (event.data?.type !== 'keepBuiltFiles') return;
  const urls = event.data.urls.filter((url) => isBuilt(new URL(url)));
  event.waitUntil(Promise.allSettled(urls.map((url) => builtFile(new Request(url)))).then(prune));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (isBuilt(url)) event.respondWith(builtFile(request));
  else if (request.mode === 'navigate') event.respondWith(page(request, url));
  else if (REMEMBERED_ANSWERS.has(url.pathname)) event.respondWith(answer(request));
});

function isBuilt({ origin, pathname }) {
  return origin === self.location.origin && pathname.startsWith('/_next/static/');
}

async function builtFile(request) {
  const cache = await caches.open(BUILT);
  const known = await cache.match(request.url);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) await cache.put(request.url, response.clone());
  return response;
}

async function prune() {
  const cache = await caches.open(BUILT);
  const files = (await cache.keys()).filter(({ url }) => isBuilt(new URL(url)));
  const oldest = files.slice(0, Math.max(0, files.length - MOST_BUILT_FILES));
  await Promise.all(oldest.map((request) => cache.delete(request)));
}

/** Grows as people sign out: an answer that was asked for before is not kept after. */
let departures = 0;

async function page(request, { pathname }) {
  const since = departures;
  const isRemembered = REMEMBERED_PAGES.has(pathname);
  const response = await fetch(request).catch(() => null);
  if (response && !GATEWAY_STATUSES.has(response.status)) {
    if (isRemembered && response.ok) await keep(pathname, response.clone(), since);
    // Navigations are answered with redirects as they are: here, to sign in.
    if (isRemembered && response.type === 'opaqueredirect') {
      departures += 1;
      await caches.delete(REMEMBERED);
    }
    return response;
  }
  const remembered = isRemembered ? await recall(pathname) : null;
  return remembered ?? (await caches.match(OFFLINE_PAGE)) ?? response ?? Response.error();
}

async function keep(pathname, response, since) {
  const cache = await caches.open(REMEMBERED);
  await cache.put(pathname, response);
  if (since !== departures) await cache.delete(pathname);
}

async function recall(pathname) {
  const cache = await caches.open(REMEMBERED);
  const response = await cache.match(pathname);
  if (!response) return null;
  const html = (await response.text()).replace('<html ', '<html data-remembered="true" ');
  return new Response(html, { status: 200, headers: response.headers });
}

async function answer(request) {
  const { pathname } = new URL(request.url);
  const since = departures;
  const response = await fetch(request).catch(() => null);
  if (response?.ok) await keep(pathname, response.clone(), since);
  if (response && !GATEWAY_STATUSES.has(response.status)) return response;
  const cache = await caches.open(REMEMBERED);
  return (await cache.match(pathname)) ?? response ?? Response.error();
}
