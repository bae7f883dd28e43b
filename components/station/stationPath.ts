/** The page of a station's past. Ids are any text in GBFS. */
export function stationPath(stationId: string): string {
  return `/stations/${encodeURIComponent(stationId)}`;
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
