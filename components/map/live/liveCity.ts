import type { CityFrame, CityView } from '@/lib/pipeline/cityView';
import type { CityFreshness } from '@/lib/stations/cityColumns';

/** The city as the open page knows it, and how well it is connected to the server. */
export interface LiveCity {
  view: CityView;
  connection: 'connecting' | 'open' | 'lost' | 'signedOut';
  /** Epoch ms by this machine's clock; null while nothing is wrong. */
  lostSinceMs: number | null;
  /** A frame arrived for stations this page does not have yet: the whole view must be fetched. */
  needsView: boolean;
}

export type LiveEvent =
  | { type: 'opened' }
  | { type: 'frame'; frame: CityFrame }
  | { type: 'base' }
  | { type: 'beat'; freshness: CityFreshness }
  | { type: 'view'; view: CityView }
  | { type: 'lost'; atMs: number }
  | { type: 'signedOut' };

export function startLiveCity(view: CityView): LiveCity {
  return { view, connection: 'connecting', lostSinceMs: null, needsView: false };
}

/**
 * The next state after something arrived. Frames and views may come late or twice: an older one
 * never replaces a newer, and a frame whose stations differ from the page's is never drawn on
 * them, because its columns would belong to other stations.
 */
export function nextLiveCity(city: LiveCity, event: LiveEvent): LiveCity {
  switch (event.type) {
    case 'opened':
      return { ...city, connection: 'open', lostSinceMs: null };
    case 'lost':
      if (city.connection === 'signedOut') return city;
      return { ...city, connection: 'lost', lostSinceMs: city.lostSinceMs ?? event.atMs };
    case 'signedOut':
      return { ...city, connection: 'signedOut' };
    case 'base':
      return { ...city, needsView: true };
    case 'beat':
      return { ...city, view: withFreshness(city.view, event.freshness) };
    case 'view':
      return isOlder(event.view.frame, city.view.frame)
        ? { ...city, needsView: false }
        : { ...city, view: event.view, needsView: false };
    case 'frame':
      return takeFrame(city, event.frame);
  }
}

function takeFrame(city: LiveCity, frame: CityFrame): LiveCity {
  const current = city.view.frame;
  if (frame.marker.stationsVersion !== current.marker.stationsVersion) {
    // An older frame of an older layout says nothing; a newer one needs the new stations.
    return isOlder(frame, current) ? city : { ...city, needsView: true };
  }
  if (isOlder(frame, current)) return city;
  return { ...city, view: { base: city.view.base, frame } };
}

/**
 * Whether a frame says less than the one on screen. Versions count up, but a database restored
 * from a backup counts from an earlier number again: a later fetch is never older.
 */
function isOlder(candidate: CityFrame, current: CityFrame): boolean {
  const a = candidate.marker;
  const b = current.marker;
  const countsBack =
    a.stationsVersion < b.stationsVersion ||
    a.statusVersion < b.statusVersion ||
    a.vehiclesVersion < b.vehiclesVersion ||
    a.settingsVersion < b.settingsVersion;
  return countsBack && (candidate.freshness.fetchedAt ?? 0) <= (current.freshness.fetchedAt ?? 0);
}

function withFreshness(view: CityView, freshness: CityFreshness): CityView {
  return { base: view.base, frame: { ...view.frame, freshness } };
}
