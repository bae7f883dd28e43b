/** Fewer bikes at once are people, however small the station. */
const LEAST_BIKES = 6;
/** Of a station's docks: larger stations see more people in the same minute. */
const SHARE_OF_CAPACITY = 0.2;
/** Looks up to this far apart are as good as one a minute, minutes. */
const CLOSE_LOOKS_MIN = 5;

/**
 * From how many bikes on a change between two looks is taken for a truck's: the larger of six bikes
 * and a fifth of the docks. At one trip a minute, busier than any station in Paris, six or more
 * leave within the same minute once in 1,700 (Poisson). Looks that are more than five minutes apart
 * let trips add up, so the limit grows in proportion; from 25 minutes on it reaches the capacity,
 * and no jump can be told from trips any more.
 *
 * @param capacity docks; null where nobody said
 * @param lookEveryMin the usual time between two looks that brought something new, minutes
 */
export function truckMoveBikes(capacity: number | null, lookEveryMin: number): number {
  const bikes = Math.max(LEAST_BIKES, Math.ceil(SHARE_OF_CAPACITY * (capacity ?? 0)));
  return Math.ceil(bikes * Math.max(1, lookEveryMin / CLOSE_LOOKS_MIN));
}
