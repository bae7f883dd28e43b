import type { StationColumns } from '@/lib/stations/cityColumns';

export type Corner = [lat: number, lon: number];

/** Where a map of nothing opens: Paris. */
const PARIS: [Corner, Corner] = [
  [48.815, 2.25],
  [48.905, 2.42],
];
/** Share of the stations left out at each edge, so that one far suburb does not shrink the city. */
const TRIMMED = 0.06;

/** South-west and north-east corners of where most stations are. */
export function cityBounds({ lat, lon }: Pick<StationColumns, 'lat' | 'lon'>): [Corner, Corner] {
  if (lat.length === 0) return PARIS;
  const [south, north] = innerRange(lat);
  const [west, east] = innerRange(lon);
  return [
    [south, west],
    [north, east],
  ];
}

/** Corners around some stations, all of them; null around none. */
export function boundsOf(
  { lat, lon }: Pick<StationColumns, 'lat' | 'lon'>,
  indexes: Iterable<number>,
): [Corner, Corner] | null {
  let bounds: [Corner, Corner] | null = null;
  for (const i of indexes) {
    const [y, x] = [lat[i]!, lon[i]!];
    bounds ??= [
      [y, x],
      [y, x],
    ];
    const [low, high] = bounds;
    low[0] = Math.min(low[0], y);
    low[1] = Math.min(low[1], x);
    high[0] = Math.max(high[0], y);
    high[1] = Math.max(high[1], x);
  }
  return bounds;
}

function innerRange(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length * TRIMMED);
  return [sorted[cut]!, sorted[sorted.length - 1 - cut]!];
}
