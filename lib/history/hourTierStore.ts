import type { DuckDBValue } from '@duckdb/node-api';
import { decodeHour } from '@/lib/archive/hourParquet';
import type { HourState } from '@/lib/archive/hourState';
import type { ListedObject, LocalObjects } from '@/lib/archive/localObjectsStore';
import { type MonthObjects, readMonthObjects } from '@/lib/archive/monthStore';
import type { Database } from '@/lib/db/database';
import type { Analysis } from './analysisStore';
import { type ArchiveFiles, archiveRowsSql } from './archiveRowsSql';
import type { HistoryBatch } from './historyReader';
import type { SeriesColumns, Span } from './stationSeries';

/** The archive as a tier of history: what stood there on the hour. */
export interface HourTier {
  readStation(stationId: string, span: Span): Promise<SeriesColumns>;
  /** By time and station; a month of the archive is sorted at a time, in bounded memory. */
  stream(span: Span, stationIds: readonly string[] | null): AsyncGenerator<HistoryBatch>;
  readHour(object: ListedObject): Promise<HourState>;
}

/** In the order of archiveRowsSql. */
type RowColumns = [
  at: number[],
  stationId: string[],
  bikes: number[],
  mechanical: (number | null)[],
  ebikes: (number | null)[],
  docks: (number | null)[],
  capacity: (number | null)[],
  flags: number[],
  reportedAt: (number | null)[],
];

export function createHourTier(
  db: Database,
  systemId: string,
  objects: LocalObjects,
  analysis: Analysis,
): HourTier {
  async function filesOf(months: readonly MonthObjects[]): Promise<ArchiveFiles> {
    const local = (listed: readonly ListedObject[]) => Promise.all(listed.map(objects.fileOf));
    return {
      months: await local(months.flatMap(({ compacted }) => compacted ?? [])),
      hours: await local(months.flatMap(({ hours }) => hours)),
    };
  }

  async function* rowsOf(
    months: readonly MonthObjects[],
    span: Span,
    stationIds: readonly string[] | null,
  ): AsyncGenerator<RowColumns> {
    const files = await filesOf(months);
    if (files.months.length + files.hours.length === 0) return;
    for await (const columns of analysis.stream(archiveRowsSql(files, span, stationIds)))
      yield columns satisfies DuckDBValue[][] as RowColumns;
  }

  return {
    async readStation(stationId, span) {
      const parts: RowColumns[] = [];
      const months = await readMonthObjects(db, systemId, span);
      for await (const columns of rowsOf(months, span, [stationId])) parts.push(columns);
      return {
        at: parts.flatMap(([at]) => at),
        numBikesAvailable: parts.flatMap(([, , bikes]) => bikes),
        numMechanicalAvailable: parts.flatMap(([, , , mechanical]) => mechanical),
        numEbikesAvailable: parts.flatMap(([, , , , ebikes]) => ebikes),
        numDocksAvailable: parts.flatMap(([, , , , , docks]) => docks),
        flags: parts.flatMap(([, , , , , , , flags]) => flags),
      };
    },

    async *stream(span, stationIds) {
      for (const month of await readMonthObjects(db, systemId, span))
        for await (const columns of rowsOf([month], span, stationIds)) yield batchOf(columns);
    },

    async readHour(object) {
      return decodeHour(await objects.read(object));
    },
  };
}

function batchOf([
  at,
  ids,
  bikes,
  mechanical,
  ebikes,
  docks,
  capacity,
  flags,
  reported,
]: RowColumns) {
  return {
    tier: 'hours',
    at,
    stationId: ids,
    numBikesAvailable: bikes,
    numMechanicalAvailable: mechanical,
    numEbikesAvailable: ebikes,
    numDocksAvailable: docks,
    capacity,
    flags,
    lastReportedAt: reported,
  } satisfies HistoryBatch;
}
