import { GAP_AFTER_S } from '@/lib/stations/stationHistory';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/units/clock';

/** An instant at which a recording is held to have been observed. Epoch milliseconds. */
export interface ObservedMark {
  atMs: number;
  /** false: between two looks, near enough to each other for the first to hold until the next. */
  isLook: boolean;
}

/** Closer than GAP_AFTER_S, so that whoever looks for gaps by that measure finds only real ones. */
const MARK_EVERY_MS = 5 * MINUTE_MS;
/** Looks that stay out for longer than so many of the usual intervals leave a gap. */
const USUAL_INTERVALS = 2;

/**
 * How long a recording may be silent before nobody knows what stood there: twice its own usual
 * interval, for a recorder that looked once an hour is no less sure at half past than at the hour;
 * at least what is a gap for the live feed.
 *
 * @param looksMs ascending
 * @returns seconds
 */
export function gapAfterS(looksMs: readonly number[]): number {
  const intervals = looksMs.slice(1).map((at, i) => at - looksMs[i]!);
  const median = intervals.sort((a, b) => a - b)[Math.floor(intervals.length / 2)] ?? 0;
  return Math.max(GAP_AFTER_S, Math.ceil((USUAL_INTERVALS * median) / SECOND_MS));
}

/**
 * The looks, and between any two that leave no gap marks at most five minutes apart.
 *
 * @param looksMs ascending, without repeats
 */
export function observedMarks(looksMs: readonly number[], gapS: number): ObservedMark[] {
  return looksMs.flatMap((atMs, i) => {
    const marks: ObservedMark[] = [{ atMs, isLook: true }];
    const nextMs = looksMs[i + 1];
    if (nextMs === undefined || nextMs - atMs > gapS * SECOND_MS) return marks;
    for (let at = atMs + MARK_EVERY_MS; at < nextMs; at += MARK_EVERY_MS)
      marks.push({ atMs: at, isLook: false });
    return marks;
  });
}

/** A whole UTC hour that was observed, and the last look at or before it. Epoch milliseconds. */
export interface ObservedHour {
  hourMs: number;
  lookMs: number;
}

/** The whole hours that lie between two looks without a gap, or on one. */
export function observedHours(looksMs: readonly number[], gapS: number): ObservedHour[] {
  return looksMs.flatMap((lookMs, i) => {
    const nextMs = looksMs[i + 1];
    const isHeld = nextMs !== undefined && nextMs - lookMs <= gapS * SECOND_MS;
    const untilMs = isHeld ? nextMs : lookMs + 1;
    const hours: ObservedHour[] = [];
    for (let hourMs = Math.ceil(lookMs / HOUR_MS) * HOUR_MS; hourMs < untilMs; hourMs += HOUR_MS)
      hours.push({ hourMs, lookMs });
    return hours;
  });
}
