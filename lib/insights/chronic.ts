/** Fewer days than these say nothing of what is chronic. */
export const CHRONIC_DAYS = 5;
/** Chronic: empty for a quarter of an hour or more on at least this share of days. */
export const CHRONIC_SHARE = 0.5;

/** Whether a station is empty again and again. @param emptyDays of `days`, 0..days */
export function isChronic(emptyDays: number, days: number): boolean {
  return days >= CHRONIC_DAYS && emptyDays >= days * CHRONIC_SHARE;
}
