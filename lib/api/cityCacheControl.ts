import { pastCacheControl } from '@/lib/live/pastCacheControl';
import type { CityView } from '@/lib/pipeline/cityView';

/** How long a client may keep an answer about a city: see pastCacheControl; now, never unasked. */
export function cityCacheControl({ frame }: CityView): string {
  const past = frame.past && pastCacheControl(frame.past.at * 1_000, Date.now());
  return past?.includes('immutable') ? past : 'private, no-cache';
}
