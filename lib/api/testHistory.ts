import type { HistoryBatch, HistoryReader } from '@/lib/history/historyReader';
import type { Span } from '@/lib/history/stationSeries';

/** An observation of an imagined past: bikes at a station from an instant on, epoch seconds. */
export interface TestObservation {
  at: number;
  stationId: string;
  bikes: number;
}

/** A reader that answers from a list, as the contract says, in batches of some rows. */
export function testHistoryReader(
  observations: readonly TestObservation[],
  batchRows = 3,
): HistoryReader {
  return {
    readReach: async () => null,
    readStation: async () => null,
    readCityAt: async () => null,
    readUnobserved: async () => [],
    readStretches: async () => [],
    async *streamRows(span, stationIds) {
      const rows = rowsOf(observations, span, stationIds);
      for (let i = 0; i < rows.length; i += batchRows) yield batchOf(rows.slice(i, i + batchRows));
    },
  };
}

/** Each station's opening state under the span's beginning, then what changed, by time and station. */
function rowsOf(
  observations: readonly TestObservation[],
  { fromAt, toAt }: Span,
  stationIds?: readonly string[],
): TestObservation[] {
  const asked = observations.filter((one) => stationIds?.includes(one.stationId) ?? true);
  const opening = new Map<string, TestObservation>();
  for (const one of asked) if (one.at <= fromAt) opening.set(one.stationId, { ...one, at: fromAt });
  const changes = asked.filter(({ at }) => at > fromAt && at < toAt);
  return [...opening.values(), ...changes].sort(
    (a, b) => a.at - b.at || (a.stationId < b.stationId ? -1 : 1),
  );
}

/** Rows as columns; what an observation does not say is unknown. */
export function batchOf(rows: readonly TestObservation[]): HistoryBatch {
  const nothing = rows.map(() => null);
  return {
    tier: 'changes',
    at: rows.map(({ at }) => at),
    stationId: rows.map(({ stationId }) => stationId),
    numBikesAvailable: rows.map(({ bikes }) => bikes),
    numMechanicalAvailable: nothing,
    numEbikesAvailable: nothing,
    numDocksAvailable: nothing,
    capacity: nothing,
    flags: rows.map(() => 3),
    lastReportedAt: nothing,
  };
}
