/** The age of a report in the unit people would use. */
export type AgePart =
  | { code: 'reportedSecondsAgo'; params: { seconds: number } }
  | { code: 'reportedMinutesAgo'; params: { minutes: number } }
  | { code: 'reportedHoursAgo'; params: { hours: number } }
  | { code: 'reportedDaysAgo'; params: { days: number } };

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/**
 * Chooses the unit: seconds below two minutes, minutes below two hours, hours below two days.
 *
 * @param ageS seconds; below 0 (a station whose clock is fast) counts as 0
 */
export function reportAge(ageS: number): AgePart {
  if (ageS < 2 * MINUTE_S) {
    return { code: 'reportedSecondsAgo', params: { seconds: Math.max(0, Math.floor(ageS)) } };
  }
  if (ageS < 2 * HOUR_S) {
    return { code: 'reportedMinutesAgo', params: { minutes: Math.floor(ageS / MINUTE_S) } };
  }
  if (ageS < 2 * DAY_S) {
    return { code: 'reportedHoursAgo', params: { hours: Math.floor(ageS / HOUR_S) } };
  }
  return { code: 'reportedDaysAgo', params: { days: Math.floor(ageS / DAY_S) } };
}
