import { localDayOf } from '@/lib/units/localMinute';
import { localTimeOf } from '@/lib/units/localTime';

/** How much of time the slider spans. */
export const STRETCHES = ['day', 'week', 'all'] as const;
export type Stretch = (typeof STRETCHES)[number];

/** A stretch of time, epoch seconds. */
export interface TimeStretch {
  fromAt: number;
  toAt: number;
}

/** The local day, or the week from Monday on, around an instant; or all that is known. */
export function stretchAround(
  at: number,
  stretch: Stretch,
  reach: TimeStretch,
  timeZone: string,
): TimeStretch {
  const today = localDayOf(at, timeZone);
  if (stretch === 'day') return today;
  if (stretch === 'all') {
    // Whole days, so that a mark stands where its day does.
    return {
      fromAt: localDayOf(reach.fromAt, timeZone).fromAt,
      toAt: localDayOf(reach.toAt, timeZone).toAt,
    };
  }
  const { isoDay } = localTimeOf(new Date(at * 1_000), timeZone);
  return {
    fromAt: dayAfter(today, 1 - isoDay, timeZone).fromAt,
    toAt: dayAfter(today, 7 - isoDay, timeZone).toAt,
  };
}

/** Noon stays in its day, whatever the clock does. */
function dayAfter({ fromAt }: TimeStretch, days: number, timeZone: string): TimeStretch {
  return localDayOf(fromAt + days * 86_400 + 43_200, timeZone);
}
