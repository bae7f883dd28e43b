import { QUARTERS_A_DAY } from './daySummary';
import type { RateCells } from './rateCells';

/** Quarters of the hours around count towards a profile, by how near they are. */
const KERNEL = [1, 2, 3, 2, 1] as const;
const REACH = (KERNEL.length - 1) / 2;
/**
 * What the city's profile weighs in a neighbourhood's, minutes by the kernel's weights: what eight
 * stations see of a quarter-hour in two days.
 */
const PROFILE_PRIOR_MIN = 2_000;
/** What the neighbourhood's level weighs in a station's, trips expected. */
const LEVEL_PRIOR_TRIPS = 4;
/** Bounds of the prior's weight, trips: even rates that look alike may differ, and the reverse. */
const [LEAST_PRIOR, MOST_PRIOR] = [0.5, 200];

/**
 * Rates by station and quarter-hour where most cells have seen little: empirical Bayes, with the
 * gamma prior of Poisson counts (Efron and Hastie 2016, Computer Age Statistical Inference, 6.1).
 *
 *     mu(i,q) = m(i,q) (a + N(i,q)) / (a + m(i,q) E(i,q))
 *
 * N trips in E minutes; m what the station's level and its neighbourhood's profile let one expect:
 *
 *     m(i,q)   = level(i) profile(i,q)
 *     profile  = (sum N + p c(q)) / (sum level(j) E(j,q) + p)  over neighbours j and near quarters,
 *     level(i) = (sum N(i,q) + r) / (sum profile(i,q) E(i,q) + r / level of the neighbourhood)
 *
 * with c the profile of the whole city, p and r the prior weights above. `a`, how far cells stray
 * from m, comes from the data by moments: 1/a = sum((N - mE)^2 - N) / sum((mE)^2). A cell without a
 * minute of exposure is m; one with many is N/E.
 *
 * @param neighbours of each station, without itself
 * @returns trips a minute, laid out as the cells; all 0 where nothing was ever counted
 */
export function shrinkRates(
  cells: RateCells,
  neighbours: readonly (readonly number[])[],
): Float64Array {
  const { trips, exposureMin } = cells;
  const expected = expectedRates(cells, neighbours);
  const prior = priorTrips(cells, expected);
  return expected.map((m, at) =>
    m === 0 ? 0 : (m * (prior + trips[at]!)) / (prior + m * exposureMin[at]!),
  );
}

function expectedRates(cells: RateCells, neighbours: readonly (readonly number[])[]): Float64Array {
  const stations = neighbours.length;
  const near = smoothed(cells, stations);
  const city = cityProfile(near, stations);
  const rough = neighbours.map((_, i) => levelOf(cells, i, city, 1));
  const rates = new Float64Array(stations * QUARTERS_A_DAY);
  const profile = new Float64Array(QUARTERS_A_DAY);
  neighbours.forEach((others, i) => {
    const nearLevel = meanOf(others.map((j) => rough[j]!)) ?? rough[i]!;
    for (let q = 0; q < QUARTERS_A_DAY; q++) {
      let sum = PROFILE_PRIOR_MIN * city[q]!;
      let weight = PROFILE_PRIOR_MIN;
      for (const j of others) {
        sum += near.trips[j * QUARTERS_A_DAY + q]!;
        weight += rough[j]! * near.exposureMin[j * QUARTERS_A_DAY + q]!;
      }
      profile[q] = sum / weight;
    }
    const own = levelOf(cells, i, profile, nearLevel);
    for (let q = 0; q < QUARTERS_A_DAY; q++) rates[i * QUARTERS_A_DAY + q] = own * profile[q]!;
  });
  return rates;
}

/** How much busier a station is than a profile says, drawn to `prior`, which is above 0. */
function levelOf(
  { trips, exposureMin }: RateCells,
  station: number,
  profile: Float64Array,
  prior: number,
): number {
  let [counted, expected] = [0, 0];
  for (let q = 0; q < QUARTERS_A_DAY; q++) {
    const at = station * QUARTERS_A_DAY + q;
    counted += trips[at]!;
    expected += profile[q]! * exposureMin[at]!;
  }
  return (counted + LEVEL_PRIOR_TRIPS) / (expected + LEVEL_PRIOR_TRIPS / prior);
}

/** Trips a minute of the average station, by quarter. */
function cityProfile(near: RateCells, stations: number): Float64Array {
  const profile = new Float64Array(QUARTERS_A_DAY);
  for (let q = 0; q < QUARTERS_A_DAY; q++) {
    let [counted, minutes] = [0, 0];
    for (let i = 0; i < stations; i++) {
      counted += near.trips[i * QUARTERS_A_DAY + q]!;
      minutes += near.exposureMin[i * QUARTERS_A_DAY + q]!;
    }
    profile[q] = minutes === 0 ? 0 : counted / minutes;
  }
  return profile;
}

/** Each station's cells with what its near quarters saw; the day is a circle. */
function smoothed({ trips, exposureMin }: RateCells, stations: number): RateCells {
  const near = { trips: trips.slice(), exposureMin: exposureMin.slice() };
  for (let i = 0; i < stations; i++) {
    for (let q = 0; q < QUARTERS_A_DAY; q++) {
      const at = i * QUARTERS_A_DAY + q;
      near.trips[at] = weighed(trips, i, q);
      near.exposureMin[at] = weighed(exposureMin, i, q);
    }
  }
  return near;
}

function weighed(values: Float64Array, station: number, quarter: number): number {
  const at = station * QUARTERS_A_DAY;
  return KERNEL.reduce((sum, weight, k) => {
    const near = (quarter + k - REACH + QUARTERS_A_DAY) % QUARTERS_A_DAY;
    return sum + weight * values[at + near]!;
  }, 0);
}

function priorTrips({ trips, exposureMin }: RateCells, expected: Float64Array): number {
  let [strayed, squares] = [0, 0];
  expected.forEach((m, at) => {
    const mean = m * exposureMin[at]!;
    strayed += (trips[at]! - mean) ** 2 - trips[at]!;
    squares += mean * mean;
  });
  if (strayed <= 0) return MOST_PRIOR;
  return Math.min(MOST_PRIOR, Math.max(LEAST_PRIOR, squares / strayed));
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
