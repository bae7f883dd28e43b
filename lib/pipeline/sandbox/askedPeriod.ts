import { z } from 'zod';
import type { Span } from '@/lib/history/stationSeries';
import { instantOfLocalMinute, localDayOf } from '@/lib/units/localMinute';

/** More would keep people waiting, and tell them little that this does not. */
export const MAX_SANDBOX_DAYS = 31;
const DAY_S = 86_400;

/** The last days up to now, or local days of the city, the last one included. */
export const askedPeriodSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('last'), days: z.number().int().min(1).max(MAX_SANDBOX_DAYS) }),
  z.object({ kind: z.literal('days'), from: z.iso.date(), to: z.iso.date() }),
]);
export type AskedPeriod = z.infer<typeof askedPeriodSchema>;

/**
 * The span of a period, up to now at the latest.
 *
 * @param nowAt epoch seconds
 * @returns null where it is empty, wholly in the future, or longer than MAX_SANDBOX_DAYS
 */
export function spanOfPeriod(period: AskedPeriod, timeZone: string, nowAt: number): Span | null {
  if (period.kind === 'last') return { fromAt: nowAt - period.days * DAY_S, toAt: nowAt };
  const fromAt = instantOfLocalMinute(`${period.from}T00:00`, timeZone);
  const lastAt = instantOfLocalMinute(`${period.to}T00:00`, timeZone);
  if (fromAt === null || lastAt === null) return null;
  const toAt = Math.min(nowAt, localDayOf(lastAt, timeZone).toAt);
  // A day in autumn has 25 hours.
  const isTooLong = toAt - fromAt > (MAX_SANDBOX_DAYS + 0.5) * DAY_S;
  return toAt <= fromAt || isTooLong ? null : { fromAt, toAt };
}
