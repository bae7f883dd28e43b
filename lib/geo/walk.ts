/** Ways on foot in a city are about this much longer than the straight line. */
const DETOUR = 1.3;
/** Metres a minute, an easy 4.8 km/h. */
const WALK_M_PER_MIN = 80;

/**
 * About how long people walk, whole minutes, at least one. An estimate without a street map, for
 * screens: cover is judged by the straight line.
 *
 * @param distanceM metres as the crow flies, 0 or more
 */
export function walkMinutes(distanceM: number): number {
  return Math.max(1, Math.round((distanceM * DETOUR) / WALK_M_PER_MIN));
}
