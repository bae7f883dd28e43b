import { addDays, daysBetween } from './calendar';
import type { Period } from './foldDays';
import type { InsightFilter } from './insightFilter';

/** Days apart by more than this are different stretches of the past, such as an old recording. */
const STRETCH_GAP_DAYS = 14;

/** The asked days. @param dates with data, oldest first @returns null while there are none */
export function periodOf(
  { days, from, to }: Pick<InsightFilter, 'days' | 'from' | 'to'>,
  dates: readonly string[],
): Period | null {
  if (from && to) return { from, to };
  const newest = dates.at(-1);
  return newest === undefined ? null : { from: addDays(newest, 1 - days), to: newest };
}

/** The stretches in which the days with data lie, newest first. */
export function stretchesOfDays(dates: readonly string[]): Period[] {
  const stretches: Period[] = [];
  for (const date of dates) {
    const last = stretches.at(-1);
    if (last && daysBetween(last.to, date) <= STRETCH_GAP_DAYS) last.to = date;
    else stretches.push({ from: date, to: date });
  }
  return stretches.reverse();
}
