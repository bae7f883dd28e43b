import type { CityView } from '@/lib/pipeline/cityView';

/** Of public/sw.js, which keeps the page itself there. */
const CACHE = 'limelight-remembered';
const VIEW_KEY = '/map/last-view';

/** Whether the service worker answered this page from memory, because nothing could be reached. */
export function isRememberedPage(): boolean {
  return document.documentElement.hasAttribute('data-remembered');
}

/** Keeps the newest view for a visit without a network. Where there is no room it is not kept. */
export async function rememberView(view: CityView): Promise<void> {
  if (!('caches' in globalThis)) return; // only over https and on localhost
  const cache = await caches.open(CACHE);
  const headers = { 'Content-Type': 'application/json' };
  await cache.put(VIEW_KEY, new Response(JSON.stringify(view), { headers }));
}

/** The view kept last; null where none was. */
export async function recallView(): Promise<CityView | null> {
  if (!('caches' in globalThis)) return null;
  const response = await caches.match(VIEW_KEY, { cacheName: CACHE });
  return response ? ((await response.json()) as CityView) : null;
}

/** Leaves nothing of the city on this machine: at sign-out, and when the session is over. */
export async function forgetView(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(CACHE);
}
