import type { HistoryReader } from '@/lib/history/historyReader';
import type { Span } from '@/lib/history/stationSeries';
import { type ChunkChanges, noChanges } from './pastChunk';

/** The rows after a span's beginning, of the stations given, in the order of these. */
export async function readChunkChanges(
  reader: HistoryReader,
  span: Span,
  stationIds: readonly string[],
): Promise<ChunkChanges> {
  const indexOf = new Map(stationIds.map((id, i) => [id, i]));
  const changes = noChanges();
  for await (const batch of reader.streamRows(span)) {
    batch.at.forEach((at, row) => {
      const station = indexOf.get(batch.stationId[row]!);
      // What held at the beginning is the opening; a station that no list described is not drawn.
      if (at <= span.fromAt || station === undefined) return;
      changes.at.push(at);
      changes.station.push(station);
      changes.numBikesAvailable.push(batch.numBikesAvailable[row]!);
      changes.numMechanicalAvailable.push(batch.numMechanicalAvailable[row] ?? null);
      changes.numEbikesAvailable.push(batch.numEbikesAvailable[row] ?? null);
      changes.numDocksAvailable.push(batch.numDocksAvailable[row] ?? null);
      changes.flags.push(batch.flags[row]!);
      changes.lastReportedAt.push(batch.lastReportedAt[row] ?? null);
    });
  }
  return changes;
}
