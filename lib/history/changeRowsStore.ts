import type { Database } from '@/lib/db/database';
import { CHANGE_WINDOW_SQL, STATION_CHANGES_SQL } from './changeRowsSql';
import type { LogRecord } from './coverage';
import type { HistoryBatch } from './historyReader';
import type { SeriesColumns, Span } from './stationSeries';

/** A stretch of the change log, and the record that it is a part of: nothing older belongs to it. */
export interface LogStretch extends Span {
  record: LogRecord;
}

/** Four hours of a city of 1,500 stations, some 40,000 rows. */
const BATCH_STATION_HOURS = 6_000;
const LONGEST_WINDOW_S = 30 * 86_400;
const SHORTEST_WINDOW_S = 900;

/** A station's changes within a stretch; what held at its beginning first, under that instant. */
export async function readStationChanges(
  db: Database,
  systemId: string,
  stationId: string,
  stretch: LogStretch,
): Promise<SeriesColumns> {
  const { rows } = await db.query<{ samples: SeriesColumns }>({
    name: 'read-station-changes',
    text: STATION_CHANGES_SQL,
    values: [
      systemId,
      stationId,
      instant(stretch.fromAt),
      instant(stretch.toAt),
      instant(stretch.record.fromAt),
      stretch.record.isOwn,
    ],
  });
  return rows[0]!.samples;
}

/** The changes within a stretch, window by window; each station's opening state comes first. */
export async function* streamChanges(
  db: Database,
  systemId: string,
  stretch: LogStretch,
  stationIds: readonly string[] | null,
): AsyncGenerator<HistoryBatch> {
  const windowS = windowOf(stationIds?.length ?? (await countStations(db, systemId)));
  for (let fromAt = stretch.fromAt; fromAt < stretch.toAt; fromAt += windowS) {
    const { rows } = await db.query<{ columns: Omit<HistoryBatch, 'tier'> }>(CHANGE_WINDOW_SQL, [
      systemId,
      instant(fromAt),
      instant(Math.min(fromAt + windowS, stretch.toAt)),
      stationIds,
      fromAt === stretch.fromAt,
      instant(stretch.record.fromAt),
      stretch.record.isOwn,
    ]);
    const { columns } = rows[0]!;
    if (columns.at.length > 0) yield { tier: 'changes', ...columns };
  }
}

function windowOf(stations: number): number {
  const hours = BATCH_STATION_HOURS / Math.max(1, stations);
  return Math.min(LONGEST_WINDOW_S, Math.max(SHORTEST_WINDOW_S, Math.round(hours * 3_600)));
}

async function countStations(db: Database, systemId: string): Promise<number> {
  const { rows } = await db.query<{ stations: number }>(
    'SELECT count(*)::int AS stations FROM station WHERE system_id = $1',
    [systemId],
  );
  return rows[0]!.stations;
}

function instant(epochS: number): Date {
  return new Date(Math.round(epochS * 1_000));
}
