import type { HistoryReader } from './historyReader';
import type { Span } from './stationSeries';
import type { StationRows } from './summariseStation';

/**
 * The rows of some stations over a span, each station's own, oldest first.
 *
 * @param span begins a little before the day, so that what happens at its first instant is a change
 */
export async function readRowsByStation(
  reader: Pick<HistoryReader, 'streamRows'>,
  span: Span,
  stationIds: readonly string[],
): Promise<Map<string, StationRows>> {
  const stations = new Map<string, GrowingRows>();
  for await (const batch of reader.streamRows(span, stationIds)) {
    for (let i = 0; i < batch.at.length; i++) {
      const rows = rowsOf(stations, batch.stationId[i]!);
      rows.at.push(batch.at[i]!);
      rows.numBikesAvailable.push(batch.numBikesAvailable[i]!);
      rows.numDocksAvailable.push(batch.numDocksAvailable[i] ?? null);
      rows.flags.push(batch.flags[i]!);
      rows.lastReportedAt.push(batch.lastReportedAt[i] ?? null);
      rows.isHourly.push(batch.tier === 'hours');
    }
  }
  return stations;
}

type GrowingRows = { [Column in keyof StationRows]: StationRows[Column][number][] };

function rowsOf(stations: Map<string, GrowingRows>, stationId: string): GrowingRows {
  const known = stations.get(stationId);
  if (known) return known;
  const fresh: GrowingRows = {
    at: [],
    numBikesAvailable: [],
    numDocksAvailable: [],
    flags: [],
    lastReportedAt: [],
    isHourly: [],
  };
  stations.set(stationId, fresh);
  return fresh;
}
