import { setTimeout as sleep } from 'node:timers/promises';
import type { Env } from '@/lib/env/env';
import { createFeedClient, type FeedClient } from '@/lib/gbfs/feedClient';
import { defaultFeedLimits, type FeedConfig } from '@/lib/gbfs/feedConfig';
import type { Clock } from '@/lib/units/clock';
import type { Rng } from '@/lib/units/rng';

/** Paris publishes Vélib's data a second time, and its own districts. */
const PARIS_CATALOGUE = 'https://opendata.paris.fr';
const PARIS_DISTRICTS = ['arrondissements', 'quartier_paris'].map(
  (dataset) => `${PARIS_CATALOGUE}/api/explore/v2.1/catalog/datasets/${dataset}/exports/geojson`,
);
const VELIB_HOSTS = /(^|\.)(smovengo\.cloud|velib-metropole\.fr)$/;

/** The client of the configured city's feeds. */
export function openFeedClient(env: Env, clock: Clock, rng: Rng): FeedClient {
  return createFeedClient({ fetch, clock, rng, sleep: pause }, feedConfig(env));
}

/** The client that looks whether the live feed answers again; null where nothing stands in for it. */
export function openLiveFeedClient(env: Env, clock: Clock, rng: Rng): FeedClient | null {
  if (!env.LIVE_FEED_URL) return null;
  const config = { ...feedConfig(env), feedUrl: env.LIVE_FEED_URL, fallbackUrl: null };
  return createFeedClient({ fetch, clock, rng, sleep: pause }, { ...config, maxAttempts: 1 });
}

/** GeoJSON of the city's districts, coarse level first; Paris's own where the feed is Vélib's. */
export function districtUrls(env: Env): string[] {
  if (env.DISTRICT_URLS === 'none') return [];
  if (env.DISTRICT_URLS) return env.DISTRICT_URLS.split(',').map((url) => url.trim());
  return isVelib(env) ? PARIS_DISTRICTS : [];
}

function feedConfig(env: Env): FeedConfig {
  return {
    ...defaultFeedLimits,
    feedUrl: env.FEED_URL,
    fallbackUrl: fallbackUrl(env),
    vehicleFeedUrl: env.VEHICLE_FEED_URL ?? null,
    vehicleKind: env.VEHICLE_KIND,
    districtUrls: districtUrls(env),
  };
}

function fallbackUrl(env: Env): string | null {
  if (env.FALLBACK_FEED_URL === 'none') return null;
  return env.FALLBACK_FEED_URL ?? (isVelib(env) ? PARIS_CATALOGUE : null);
}

/** By the host: another city's stations must never be filled up with Vélib's. */
function isVelib(env: Env): boolean {
  return VELIB_HOSTS.test(new URL(env.FEED_URL).hostname);
}

async function pause(durationMs: number): Promise<void> {
  await sleep(durationMs);
}
