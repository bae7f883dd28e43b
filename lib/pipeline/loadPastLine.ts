import type { DaySummaryStore } from '@/lib/history/daySummaryStore';
import type { HistoryReader } from '@/lib/history/historyReader';
import type { Span } from '@/lib/history/stationSeries';
import { isServing } from '@/lib/stations/serviceChanges';
import { localMinuteText } from '@/lib/units/localMinute';
import { createEmptyTally } from './emptyTally';
import { lineOfDays } from './lineOfDays';
import type { KnownPast, PastLine } from './pastLine';

/** A line has about so many steps: a slider is no wider. */
const MOST_STEPS = 200;
const QUARTER_S = 15 * 60;
/** So much that no day summary tells yet is read change by change; more would take too long. */
const LONGEST_TAIL_S = 26 * 3_600;

export interface LineSources {
  reader: HistoryReader;
  days: Pick<DaySummaryStore, 'readDistrictDays'>;
  timezone: string;
}

/**
 * How many stations were empty through a stretch, and how far the past reaches: from the day
 * summaries, and from the changes where these end.
 *
 * @param span epoch seconds
 */
export async function loadPastLine(
  { reader, days, timezone }: LineSources,
  span: Span,
): Promise<KnownPast> {
  const reach = await reader.readReach();
  if (!reach || reach.newestAt <= span.fromAt || reach.oldestAt >= span.toAt)
    return { oldestAt: reach?.oldestAt ?? null, line: null };
  const { oldestAt } = reach;
  const dateOf = (at: number) => localMinuteText(at, timezone).slice(0, 10);
  const stored = await days.readDistrictDays('', dateOf(span.fromAt), dateOf(span.toAt - 1));
  const stepS = stepOf(span);
  const line = lineOfDays(stored, span, stepS, timezone);
  const toldTo = Math.max(span.fromAt, ...stored.map(({ knownToAt }) => knownToAt));
  const first = Math.floor((toldTo - span.fromAt) / stepS);
  const tail = { fromAt: span.fromAt + first * stepS, toAt: Math.min(span.toAt, reach.newestAt) };
  const tailS = tail.toAt - tail.fromAt;
  if (tailS > 0 && tailS <= LONGEST_TAIL_S) {
    const exact = await tallyChanges(reader, tail, stepS, oldestAt);
    line.emptyStations.splice(first, exact.length, ...exact);
  }
  return { oldestAt, line };
}

async function tallyChanges(
  reader: HistoryReader,
  span: Span,
  stepS: number,
  oldestAt: number,
): Promise<PastLine['emptyStations']> {
  const tally = createEmptyTally(span, stepS);
  for await (const batch of reader.streamRows(span)) {
    batch.at.forEach((at, row) => {
      const isEmpty = batch.numBikesAvailable[row] === 0 && isServing(batch.flags[row]!);
      tally.observe(Math.max(at, span.fromAt), batch.stationId[row]!, isEmpty);
    });
  }
  const before = { fromAt: span.fromAt, toAt: oldestAt };
  return tally.finish([before, ...(await reader.readUnobserved(span))]);
}

/** Whole quarters of an hour. */
function stepOf({ fromAt, toAt }: Span): number {
  const quarters = (toAt - fromAt) / QUARTER_S;
  return Math.max(1, Math.ceil(quarters / MOST_STEPS)) * QUARTER_S;
}
