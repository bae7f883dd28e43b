import type { Span } from '@/lib/history/stationSeries';
import { localDayOf } from '@/lib/units/localMinute';
import { localTimeOf } from '@/lib/units/localTime';
import type { SandboxAlert } from './sandboxAlerts';
import type { Pair } from './sandboxTimeline';

const DAY_HOURS = 24;
/** No zone's clock jumps within one. */
const QUARTER_S = 900;
const HOUR_MIN = 60;

/** The local days of a period, the first and last as far as they belong to it. */
export function localDays({ fromAt, toAt }: Span, timeZone: string): Span[] {
  const days: Span[] = [];
  for (let at = fromAt; at < toAt; ) {
    const endAt = Math.min(toAt, localDayOf(at, timeZone).toAt);
    days.push({ fromAt: at, toAt: endAt });
    at = endAt;
  }
  return days;
}

/** Alerts by the local day on which they were told. */
export function alertsByDay(
  days: readonly Span[],
  alerts: Pair<readonly SandboxAlert[]>,
): (Span & { alerts: Pair<number> })[] {
  const countIn = ({ fromAt, toAt }: Span, own: readonly SandboxAlert[]) =>
    own.filter(({ raisedAt }) => raisedAt >= fromAt && raisedAt < toAt).length;
  return days.map((day) => ({
    ...day,
    alerts: [countIn(day, alerts[0]), countIn(day, alerts[1])],
  }));
}

/** Alerts by the hour of the city's clock at which they were told, 0 to 23. */
export function alertsByHour(
  alerts: Pair<readonly SandboxAlert[]>,
  timeZone: string,
): Pair<number>[] {
  const hourOfQuarter = new Map<number, number>();
  const hourOf = (at: number) => {
    const quarter = Math.floor(at / QUARTER_S);
    const known = hourOfQuarter.get(quarter);
    if (known !== undefined) return known;
    const instant = new Date(quarter * QUARTER_S * 1_000);
    const hour = Math.floor(localTimeOf(instant, timeZone).minuteOfDay / HOUR_MIN);
    hourOfQuarter.set(quarter, hour);
    return hour;
  };
  const hours = Array.from({ length: DAY_HOURS }, (): Pair<number> => [0, 0]);
  alerts.forEach((own, side) => {
    for (const { raisedAt } of own) hours[hourOf(raisedAt)]![side]! += 1;
  });
  return hours;
}
