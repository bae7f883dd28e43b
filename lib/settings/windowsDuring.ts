import { localTimeOf, MINUTES_A_DAY } from '@/lib/units/localTime';
import type { ThresholdWindow } from './thresholdWindow';
import { windowAt } from './windowAt';

const MINUTE_S = 60;
const QUARTER_S = 15 * MINUTE_S;

/** A window for as long as it is in force; epoch seconds. */
export interface WindowSpan {
  fromAt: number;
  toAt: number;
  /** null: outside of all. */
  window: ThresholdWindow | null;
}

/**
 * The windows that are in force during a span, to the minute, oldest first and without a gap. The
 * clock is asked once a quarter of an hour: no zone's clock jumps in between.
 *
 * @param timeZone IANA zone of the city
 */
export function windowsDuring(
  windows: readonly ThresholdWindow[],
  { fromAt, toAt }: { fromAt: number; toAt: number },
  timeZone: string,
): WindowSpan[] {
  if (windows.length === 0) return [{ fromAt, toAt, window: null }];
  const spans: WindowSpan[] = [];
  for (let at = Math.floor(fromAt / QUARTER_S) * QUARTER_S; at < toAt; at += QUARTER_S) {
    const { isoDay, minuteOfDay } = localTimeOf(new Date(at * 1_000), timeZone);
    for (let minute = 0; minute < QUARTER_S / MINUTE_S; minute++) {
      const beginsAt = Math.max(fromAt, at + minute * MINUTE_S);
      const endsAt = Math.min(toAt, at + (minute + 1) * MINUTE_S);
      if (endsAt <= beginsAt) continue;
      const ofDay = minuteOfDay + minute;
      const window = windowAt(windows, {
        isoDay: ofDay < MINUTES_A_DAY ? isoDay : (isoDay % 7) + 1,
        minuteOfDay: ofDay % MINUTES_A_DAY,
      });
      const last = spans.at(-1);
      if (last && last.window?.windowId === window?.windowId) last.toAt = endsAt;
      else spans.push({ fromAt: beginsAt, toAt: endsAt, window });
    }
  }
  return spans;
}
