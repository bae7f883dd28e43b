import { type DistrictDay, QUARTERS_A_DAY } from '@/lib/history/daySummary';
import type { Span } from '@/lib/history/stationSeries';
import { instantOfLocalMinute } from '@/lib/units/localMinute';
import type { PastLine } from './pastLine';

const QUARTER_MIN = 15;

/**
 * The line of a stretch from its summarised days: of each step the average over the quarter-hours in
 * which most stations were seen.
 *
 * @param days of the whole city
 * @param stepS whole quarters of an hour
 */
export function lineOfDays(
  days: readonly DistrictDay[],
  { fromAt, toAt }: Span,
  stepS: number,
  timeZone: string,
): PastLine {
  const steps = Math.ceil((toAt - fromAt) / stepS);
  const sums = new Float64Array(steps);
  const seen = new Float64Array(steps);
  for (const day of days) {
    const midnightAt = instantOfLocalMinute(`${day.localDate}T00:00`, timeZone);
    if (midnightAt === null) continue;
    for (let quarter = 0; quarter < QUARTERS_A_DAY; quarter += 1) {
      // On the two days of the year that jump, an hour's shift is less than a slider shows.
      const step = Math.floor((midnightAt + quarter * QUARTER_MIN * 60 - fromAt) / stepS);
      const minutes = day.observedMin[quarter]! / Math.max(1, day.stations);
      if (step < 0 || step >= steps || minutes < QUARTER_MIN / 2) continue;
      sums[step]! += day.emptyMin[quarter]! / minutes;
      seen[step]! += 1;
    }
  }
  const emptyStations = Array.from(sums, (sum, step) =>
    seen[step] === 0 ? null : Math.round((10 * sum) / seen[step]!) / 10,
  );
  return { fromAt, stepS, emptyStations };
}
