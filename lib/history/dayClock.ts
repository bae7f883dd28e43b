import { instantOfLocalMinute, localDayOf } from '@/lib/units/localMinute';
import { localTimeOf } from '@/lib/units/localTime';

const MINUTE_S = 60;
/** Every zone's clock is set by whole quarter-hours. */
const QUARTER_MIN = 15;

/** A local day as a row of minutes, and what the city's clock says in each. */
export interface DayClock {
  /** YYYY-MM-DD. */
  localDate: string;
  /** Epoch seconds; the end is not part of it. */
  fromAt: number;
  toAt: number;
  /** 0..95 for each minute from the day's first one on: 1,380, 1,440 or 1,500 of them. */
  quarterOf: Uint8Array;
}

/** @param localDate YYYY-MM-DD @throws RangeError when there is no such day */
export function dayClockOf(localDate: string, timeZone: string): DayClock {
  const noonAt = instantOfLocalMinute(`${localDate}T12:00`, timeZone);
  if (noonAt === null) throw new RangeError(`There is no day "${localDate}"`);
  const { fromAt, toAt } = localDayOf(noonAt, timeZone);
  const quarterOf = new Uint8Array((toAt - fromAt) / MINUTE_S);
  for (let minute = 0; minute < quarterOf.length; minute += QUARTER_MIN) {
    const instant = new Date((fromAt + minute * MINUTE_S) * 1_000);
    const quarter = Math.floor(localTimeOf(instant, timeZone).minuteOfDay / QUARTER_MIN);
    quarterOf.fill(quarter, minute, minute + QUARTER_MIN);
  }
  return { localDate, fromAt, toAt, quarterOf };
}
