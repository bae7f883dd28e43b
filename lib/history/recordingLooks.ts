import { GAP_AFTER_S } from '@/lib/stations/stationHistory';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/units/clock';

/** An instant at which the recorder knew the whole city. Epoch milliseconds. */
export interface RecordingLook {
  atMs: number;
  /** Median of the stations' reports that it brought; null where they say none. */
  medianReportedMs: number | null;
}

/** An instant at which a recording is held to have been observed. */
export interface ObservedMark extends RecordingLook {
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
 * @param looks oldest first
 * @returns seconds
 */
export function gapAfterS(looks: readonly RecordingLook[]): number {
  const intervals = looks.slice(1).map(({ atMs }, i) => atMs - looks[i]!.atMs);
  const median = intervals.sort((a, b) => a - b)[Math.floor(intervals.length / 2)] ?? 0;
  return Math.max(GAP_AFTER_S, Math.ceil((USUAL_INTERVALS * median) / SECOND_MS));
}

/** The looks, and between any two that leave no gap marks at most five minutes apart. */
export function observedMarks(looks: readonly RecordingLook[], gapS: number): ObservedMark[] {
  return looks.flatMap((look, i) => {
    const marks: ObservedMark[] = [{ ...look, isLook: true }];
    const untilMs = heldUntilMs(look, looks[i + 1], gapS);
    for (let atMs = look.atMs + MARK_EVERY_MS; atMs < untilMs; atMs += MARK_EVERY_MS)
      marks.push({ ...look, atMs, isLook: false });
    return marks;
  });
}

/** A whole UTC hour that was observed, and the last look at or before it. Epoch milliseconds. */
export interface ObservedHour {
  hourMs: number;
  lookMs: number;
}

/** The whole hours that lie between two looks without a gap, or on one. */
export function observedHours(looks: readonly RecordingLook[], gapS: number): ObservedHour[] {
  return looks.flatMap((look, i) => {
    const lookMs = look.atMs;
    const untilMs = heldUntilMs(look, looks[i + 1], gapS);
    const hours: ObservedHour[] = [];
    for (let hourMs = Math.ceil(lookMs / HOUR_MS) * HOUR_MS; hourMs < untilMs; hourMs += HOUR_MS)
      hours.push({ hourMs, lookMs });
    return hours;
  });
}

/** Until when what a look saw is taken to hold; just its own instant where a gap follows. */
function heldUntilMs(look: RecordingLook, next: RecordingLook | undefined, gapS: number): number {
  const isHeld = next !== undefined && next.atMs - look.atMs <= gapS * SECOND_MS;
  return isHeld ? next.atMs : look.atMs + 1;
}
