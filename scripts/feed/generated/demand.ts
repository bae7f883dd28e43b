/** Trips an hour that start at a station of mean popularity at the busiest hour. */
const PEAK_TRIPS_PER_HOUR = 8;

/** Share of the peak by local hour; what people travel for decides whence and whither. */
const TO_WORK = [
  0, 0, 0, 0, 0, 0.05, 0.25, 0.7, 1, 0.75, 0.3, 0.15, 0.15, 0.2, 0.15, 0.1, 0.1, 0.1, 0.08, 0.05,
  0.02, 0, 0, 0,
];
const TO_HOME = [
  0.03, 0.01, 0, 0, 0, 0, 0.02, 0.05, 0.05, 0.05, 0.06, 0.1, 0.2, 0.2, 0.15, 0.2, 0.45, 0.8, 1,
  0.75, 0.4, 0.25, 0.15, 0.08,
];
const LEISURE = [
  0.12, 0.07, 0.04, 0.03, 0.02, 0.02, 0.03, 0.05, 0.08, 0.12, 0.18, 0.25, 0.32, 0.3, 0.3, 0.3, 0.3,
  0.32, 0.35, 0.36, 0.34, 0.3, 0.25, 0.18,
];
const WEEKEND_COMMUTE = 0.12;
const WEEKEND_LEISURE = 1.6;

/** What people travel for at a moment, each as trips an hour at a station of mean popularity. */
export interface Purposes {
  toWork: number;
  toHome: number;
  leisure: number;
}

/**
 * @param localHour hour of the day in the city, 0 to 24, with fractions
 * @param isWeekend Saturday or Sunday there
 */
export function purposesAt(localHour: number, isWeekend: boolean): Purposes {
  const commute = PEAK_TRIPS_PER_HOUR * (isWeekend ? WEEKEND_COMMUTE : 1);
  const leisure = PEAK_TRIPS_PER_HOUR * (isWeekend ? WEEKEND_LEISURE : 1);
  return {
    toWork: commute * between(TO_WORK, localHour),
    toHome: commute * between(TO_HOME, localHour),
    leisure: leisure * between(LEISURE, localHour),
  };
}

function between(profile: readonly number[], hour: number): number {
  const before = Math.floor(hour) % 24;
  const share = hour - Math.floor(hour);
  return profile[before]! * (1 - share) + profile[(before + 1) % 24]! * share;
}

/** Trips an hour that start where `officeShare` of the neighbourhood are offices. */
export function departureRate(purposes: Purposes, officeShare: number): number {
  const { toWork, toHome, leisure } = purposes;
  return toWork * (1 - officeShare) + toHome * officeShare + leisure * 0.6;
}

/** How much the neighbourhood draws trips, 0..1 relative to the strongest. */
export function attraction(purposes: Purposes, officeShare: number): number {
  const { toWork, toHome, leisure } = purposes;
  const all = toWork + toHome + leisure;
  if (all === 0) return 1;
  return (toWork * officeShare + toHome * (1 - officeShare) + leisure * 0.6) / all;
}

export interface LocalTime {
  hour: number;
  isWeekend: boolean;
}

/** Reads the city's clock on the wall; one formatter a city, for they are slow to make. */
export function localClock(timezone: string): (at: Date) => LocalTime {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map((part) => [part.type, part.value]));
    const weekday = parts.get('weekday');
    return {
      hour: Number(parts.get('hour')) + Number(parts.get('minute')) / 60,
      isWeekend: weekday === 'Sat' || weekday === 'Sun',
    };
  };
}
