export const MINUTES_A_DAY = 1_440;

/** What a clock on a wall of the city shows. */
export interface LocalTime {
  /** 1 Monday .. 7 Sunday (ISO 8601). */
  isoDay: number;
  /** 0..1439. */
  minuteOfDay: number;
}

/** Made once a zone: a format of its own for each call costs tenths of a millisecond. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The local time of an instant.
 *
 * @param timeZone IANA zone
 * @throws RangeError when the zone is unknown
 */
export function localTimeOf(instant: Date, timeZone: string): LocalTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const [year, month, day] = ['year', 'month', 'day'].map((part) =>
    Number(parts.get(part as never)),
  );
  const weekday = new Date(Date.UTC(year!, month! - 1, day!)).getUTCDay();
  return {
    isoDay: weekday === 0 ? 7 : weekday,
    minuteOfDay: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  if (!known) formats.set(timeZone, format);
  return format;
}
