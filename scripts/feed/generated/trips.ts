import type { Rng } from '@/lib/units/rng';
import type { PlanePoint } from './plane';
import type { StationGrid } from './stationGrid';

export interface Trip {
  to: number;
  durationMin: number;
}

/** Straight-line distances of shared-bike trips: log-normal, half of them under this. */
const MEDIAN_KM = 1.9;
const SPREAD = 0.55;
/** 12 km/h on streets 1.3 times as long as the line, and two minutes to unlock and dock. */
const MIN_PER_KM = (1.3 * 60) / 12;
const HANDLING_MIN = 2;
const TRIES = 5;

/**
 * Draws where a trip from a station goes: a distance, a direction, and the station nearest to that
 * point, taken if it appeals at this hour. Constant time, however large the city.
 *
 * @param accepts whether this rider would go there; asked a few times at most
 */
export function drawTrip(
  points: readonly PlanePoint[],
  grid: StationGrid,
  from: number,
  accepts: (to: number) => boolean,
  rng: Rng,
): Trip {
  const start = points[from]!;
  let trip: Trip = { to: from, durationMin: 20 };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const normal = Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
    const distanceKm = MEDIAN_KM * Math.exp(SPREAD * normal);
    const bearing = 2 * Math.PI * rng();
    const x = start.x + distanceKm * Math.cos(bearing);
    const y = start.y + distanceKm * Math.sin(bearing);
    const to = grid.nearest(x, y);
    if (to < 0 || to === from) continue;
    trip = { to, durationMin: Math.round(HANDLING_MIN + MIN_PER_KM * distanceKm) };
    if (accepts(to)) return trip;
  }
  return trip;
}
