import { estimatePhantoms } from '@/lib/stations/phantoms';
import { DAY_MS } from '@/lib/units/clock';

const HOURS_A_MIN = 1 / 60;
/** With the day before and the day after: the window of 72 hours that phantoms are told by. */
const DAYS_AROUND = 1;

/** A station's day, as far as it tells bikes that never leave. */
export interface TurnoverDay {
  stationId: string;
  localDate: string;
  /** null: it was never open. */
  minBikes: number | null;
  departures: number;
  observedMin: number;
}

/**
 * The days on which a station's fewest bikes were phantoms, bikes that never leave: over the day and
 * its two neighbours they stayed while others came and went (DOMAIN.md, measure 2; the rule of
 * estimatePhantoms). In minutes at that count nobody could take a bike.
 *
 * @param days of any stations; each station's together, oldest first
 */
export function stuckDays(days: readonly TurnoverDay[]): TurnoverDay[] {
  return days.filter((day, i) => {
    if (!day.minBikes) return false;
    const around = days
      .slice(Math.max(0, i - DAYS_AROUND), i + DAYS_AROUND + 1)
      .filter((other) => other.stationId === day.stationId && isNear(day, other));
    const [estimate] = estimatePhantoms([
      {
        stationId: day.stationId,
        minBikes: Math.min(...around.map(({ minBikes }) => minBikes ?? Number.POSITIVE_INFINITY)),
        departures: around.reduce((sum, { departures }) => sum + departures, 0),
        observedH: around.reduce((sum, { observedMin }) => sum + observedMin * HOURS_A_MIN, 0),
      },
    ]);
    return estimate!.phantomBikes === day.minBikes;
  });
}

function isNear(day: TurnoverDay, other: TurnoverDay): boolean {
  const apartMs = Math.abs(Date.parse(day.localDate) - Date.parse(other.localDate));
  return apartMs <= DAYS_AROUND * DAY_MS;
}
