import { localTimeOf, MINUTES_A_DAY } from './localTime';

const MINUTE_S = 60;
const DAY_S = MINUTES_A_DAY * MINUTE_S;
/** No zone is farther from UTC. */
const FARTHEST_S = 15 * 60 * MINUTE_S;

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/**
 * A minute of a city's clock as text, such as "2026-11-23T07:30". Of the hour that comes twice in
 * autumn the second one is told by UTC, "2026-10-25T01:30Z", so that every minute has a name.
 *
 * @param at epoch seconds
 * @param timeZone IANA zone
 */
export function localMinuteText(at: number, timeZone: string): string {
  const minuteAt = Math.floor(at / MINUTE_S) * MINUTE_S;
  const text = isoMinute(wallClockS(minuteAt, timeZone));
  const isFirst = instantOfLocalMinute(text, timeZone) === minuteAt;
  return isFirst ? text : `${isoMinute(minuteAt)}Z`;
}

/**
 * The instant of such a text. A minute that the clock skips in spring is that of the hour after.
 *
 * @returns epoch seconds; null where the text is none, or of a day that there is not
 */
export function instantOfLocalMinute(text: string, timeZone: string): number | null {
  const isUtc = text.endsWith('Z');
  const wallS = parseMinute(isUtc ? text.slice(0, -1) : text);
  if (wallS === null || isUtc) return wallS;
  const offsets = [wallS - FARTHEST_S, wallS + FARTHEST_S].map(
    (near) => wallClockS(near, timeZone) - near,
  );
  const candidates = offsets.map((offsetS) => wallS - offsetS).sort((a, b) => a - b);
  const exact = candidates.find((at) => wallClockS(at, timeZone) === wallS);
  // Skipped: read by the offset of before, as clocks that were not set yet would show it.
  return exact ?? candidates[1]!;
}

/** When the local day of an instant began, and when the next one does; epoch seconds. */
export function localDayOf(at: number, timeZone: string): { fromAt: number; toAt: number } {
  const wallS = wallClockS(at, timeZone);
  const midnightS = Math.floor(wallS / DAY_S) * DAY_S;
  const startOf = (dayS: number) => instantOfLocalMinute(isoMinute(dayS), timeZone)!;
  return { fromAt: startOf(midnightS), toAt: startOf(midnightS + DAY_S) };
}

/** What the wall shows, as if it were UTC; epoch seconds of a whole minute. */
function wallClockS(at: number, timeZone: string): number {
  const instant = new Date(at * 1_000);
  const { isoDay, minuteOfDay } = localTimeOf(instant, timeZone);
  // The wall shows the same date as UTC, or the one before or after it.
  const days = (isoDay - instant.getUTCDay() + 7) % 7;
  const midnightS = Math.floor(at / DAY_S) * DAY_S + (days === 6 ? -1 : days) * DAY_S;
  return midnightS + minuteOfDay * MINUTE_S;
}

function isoMinute(atS: number): string {
  return new Date(atS * 1_000).toISOString().slice(0, 16);
}

/** Text as if it were UTC; null where no calendar has that day, or no clock that time. */
function parseMinute(text: string): number | null {
  if (!LOCAL.test(text)) return null;
  const ms = Date.parse(`${text}Z`);
  if (Number.isNaN(ms) || isoMinute(ms / 1_000) !== text) return null;
  return ms / 1_000;
}
