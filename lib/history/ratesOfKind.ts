import { QUARTERS_A_DAY } from './daySummary';
import { emptyCells, type RateCells } from './rateCells';
import type { StoredRates } from './rateStore';
import { shrinkRates } from './shrinkRates';
import type { RateSums } from './sumCountedDays';

/**
 * The rates of all stations on one kind of day.
 *
 * @param neighbours of each station, by its place in `sums`
 */
export function ratesOfKind(
  sums: readonly RateSums[],
  neighbours: readonly (readonly number[])[],
): StoredRates[] {
  const departures = shrinkRates(
    cellsOf(sums, ({ departures, exposureMin }) => [departures, exposureMin]),
    neighbours,
  );
  const arrivals = shrinkRates(
    cellsOf(sums, ({ arrivals, dockMin }) => [arrivals, dockMin]),
    neighbours,
  );
  return sums.map(({ stationId, dayKind, days, fromDate, toDate, ...sum }, i) => ({
    ...{ stationId, dayKind, days, fromDate, toDate },
    departuresPerMin: ofStation(departures, i),
    arrivalsPerMin: ofStation(arrivals, i),
    exposureMin: sum.exposureMin,
    censoredMin: sum.censoredMin,
  }));
}

function cellsOf(
  sums: readonly RateSums[],
  columnsOf: (sum: RateSums) => [trips: number[], exposureMin: number[]],
): RateCells {
  const cells = emptyCells(sums.length);
  sums.forEach((sum, i) => {
    const [trips, exposureMin] = columnsOf(sum);
    cells.trips.set(trips, i * QUARTERS_A_DAY);
    cells.exposureMin.set(exposureMin, i * QUARTERS_A_DAY);
  });
  return cells;
}

function ofStation(rates: Float64Array, station: number): number[] {
  return [...rates.subarray(station * QUARTERS_A_DAY, (station + 1) * QUARTERS_A_DAY)];
}
