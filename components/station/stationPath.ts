import type { SpanWish } from './shownSpan';

/**
 * The page of a station's past. Ids are any text in GBFS.
 *
 * @param part minutes of the city's clock (see zoomedText); left out: the last day
 */
export function stationPath(stationId: string, part?: Pick<SpanWish, 'from' | 'to'>): string {
  const path = `/stations/${encodeURIComponent(stationId)}`;
  if (!part?.from || !part.to) return path;
  return `${path}?${new URLSearchParams({ from: part.from, to: part.to })}`;
}

/**
 * The station on the map.
 *
 * @param at minute of the city's clock (localMinuteText); left out: now
 */
export function stationOnMapPath(stationId: string, at?: string): string {
  const query = new URLSearchParams({ station: stationId });
  if (at !== undefined) query.set('at', at);
  return `/map?${query}`;
}
