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
/** Up to so long, every change is read; of longer stretches the summaries of their days. */
const EXACT_UP_TO_S = 26 * 3_600;

export interface LineSources {
  reader: HistoryReader;
  days: Pick<DaySummaryStore, 'readDistrictDays'>;
  timezone: string;
}

/**
 * How many stations were empty through a stretch, and how far the past reaches.
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
  if (span.toAt - span.fromAt <= EXACT_UP_TO_S) {
    const known = { fromAt: span.fromAt, toAt: Math.min(span.toAt, reach.newestAt) };
    return { oldestAt, line: await exactLine(reader, known, oldestAt) };
  }
  const dateOf = (at: number) => localMinuteText(at, timezone).slice(0, 10);
  const stored = await days.readDistrictDays('', dateOf(span.fromAt), dateOf(span.toAt - 1));
  return { oldestAt, line: lineOfDays(stored, span, stepOf(span), timezone) };
}

async function exactLine(reader: HistoryReader, span: Span, oldestAt: number): Promise<PastLine> {
  const stepS = stepOf(span);
  const tally = createEmptyTally(span, stepS);
  for await (const batch of reader.streamRows(span)) {
    batch.at.forEach((at, row) => {
      const isEmpty = batch.numBikesAvailable[row] === 0 && isServing(batch.flags[row]!);
      tally.observe(Math.max(at, span.fromAt), batch.stationId[row]!, isEmpty);
    });
  }
  const before = { fromAt: span.fromAt, toAt: oldestAt };
  const unobserved = [before, ...(await reader.readUnobserved(span))];
  return { fromAt: span.fromAt, stepS, emptyStations: tally.finish(unobserved) };
}

/** Whole quarters of an hour. */
function stepOf({ fromAt, toAt }: Span): number {
  const quarters = (toAt - fromAt) / QUARTER_S;
  return Math.max(1, Math.ceil(quarters / MOST_STEPS)) * QUARTER_S;
}
