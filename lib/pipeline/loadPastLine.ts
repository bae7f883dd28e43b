import type { HistoryReader } from '@/lib/history/historyReader';
import type { Span } from '@/lib/history/stationSeries';
import { isServing } from '@/lib/stations/serviceChanges';
import { createEmptyTally } from './emptyTally';
import type { KnownPast, PastLine } from './pastLine';

/** A line has about so many steps: a slider is no wider. */
const MOST_STEPS = 200;
const QUARTER_S = 15 * 60;

/**
 * How many stations were empty through a span of at most a few days: every change of it is read.
 *
 * @param span epoch seconds; what lies before the oldest change is not known
 */
export async function loadPastLine(reader: HistoryReader, span: Span): Promise<KnownPast> {
  const reach = await reader.readReach();
  if (!reach || reach.newestAt <= span.fromAt || reach.oldestAt >= span.toAt)
    return { oldestAt: reach?.oldestAt ?? null, line: null };
  const stepS = stepOf(span);
  const known = { fromAt: span.fromAt, toAt: Math.min(span.toAt, reach.newestAt) };
  const tally = createEmptyTally(known, stepS);
  for await (const batch of reader.streamRows(known)) {
    batch.at.forEach((at, row) => {
      const isEmpty = batch.numBikesAvailable[row] === 0 && isServing(batch.flags[row]!);
      tally.observe(Math.max(at, known.fromAt), batch.stationId[row]!, isEmpty);
    });
  }
  const before = { fromAt: span.fromAt, toAt: reach.oldestAt };
  const unobserved = [before, ...(await reader.readUnobserved(known))];
  const line: PastLine = { fromAt: span.fromAt, stepS, emptyStations: tally.finish(unobserved) };
  return { oldestAt: reach.oldestAt, line };
}

/** Whole quarters of an hour. */
function stepOf({ fromAt, toAt }: Span): number {
  const quarters = (toAt - fromAt) / QUARTER_S;
  return Math.max(1, Math.ceil(quarters / MOST_STEPS)) * QUARTER_S;
}
