import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { arrayLiteral } from '@/lib/db/arrayLiteral';
import { withTransaction } from '@/lib/db/transaction';
import { OWN_LOG_BEGINS_SQL } from '@/lib/stations/importedUntilSql';
import type { ObservedMark } from './recordingLooks';
import type { RejectedRows } from './recordingStage';

/** A file of an import, as the ledger keeps it. */
export interface ImportedFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** What an import is about to load, or has loaded: a line of the ledger. */
export interface ImportRecord {
  /** Follows from the files' contents and how they are read. */
  importId: string;
  files: ImportedFile[];
  /** The span that was observed; the end is not part of it. */
  fromAt: Date;
  toAt: Date;
  gapAfterS: number;
  rowsRead: number;
  rejected: RejectedRows;
  stations: number;
}

/** How far an import came. */
export interface ImportProgress {
  changes: number;
  hours: number;
  /** Everything before this instant is in the change log; null: nothing yet. */
  loadedToAt: Date | null;
  /** null: it was cut off. */
  finishedAt: Date | null;
}

export interface ImportStore {
  /** When this system's own record begins; null while it has none. */
  readOwnLogBegin(): Promise<Date | null>;
  find(importId: string): Promise<(ImportRecord & ImportProgress) | null>;
  /** Enters an import in the ledger, or takes up one that was cut off, before its first row. */
  begin(record: ImportRecord, startedAt: Date): Promise<ImportProgress>;
  /**
   * Loads a slice in one transaction: its changes, what was observed when, and the ledger's word
   * that everything before `toAt` is in. Rows that are there stay as they are.
   *
   * @param changesFile CSV in the order of station_change
   * @returns rows that were new to the change log
   */
  loadSlice(
    importId: string,
    changesFile: string,
    marks: readonly ObservedMark[],
    toAt: Date,
  ): Promise<number>;
  /** @returns hours that are new to the archive since the import began, all its runs together */
  finish(importId: string, finishedAt: Date): Promise<number>;
}

export function createImportStore(pool: pg.Pool, systemId: string): ImportStore {
  return {
    async readOwnLogBegin() {
      const sql = `SELECT ${OWN_LOG_BEGINS_SQL} AS at`;
      const { rows } = await pool.query<{ at: Date | null }>(sql, [systemId]);
      return rows[0]?.at ?? null;
    },

    async find(importId) {
      const { rows } = await pool.query<ImportRecord & ImportProgress>(FIND_SQL, [
        systemId,
        importId,
      ]);
      return rows[0] ?? null;
    },

    async begin(record, startedAt) {
      const { rows } = await pool.query<ImportProgress>(BEGIN_SQL, [
        systemId,
        record.importId,
        JSON.stringify(record.files),
        record.fromAt,
        record.toAt,
        record.gapAfterS,
        record.rowsRead,
        JSON.stringify(record.rejected),
        record.stations,
        startedAt,
      ]);
      return rows[0]!;
    },

    loadSlice: (importId, changesFile, marks, toAt) =>
      withTransaction(pool, async (db) => {
        await db.query('CREATE TEMP TABLE import_slice (LIKE station_change) ON COMMIT DROP');
        await pipeline(
          createReadStream(changesFile),
          db.query(copyFrom('COPY import_slice FROM STDIN (FORMAT csv)')),
        );
        const { rowCount } = await db.query(
          `INSERT INTO station_change SELECT * FROM import_slice ORDER BY station_id, fetched_at
           ON CONFLICT DO NOTHING`,
        );
        const changes = rowCount ?? 0;
        await db.query(ENTER_MARKS_SQL, [
          systemId,
          arrayLiteral(marks.map(({ atMs }) => atMs)),
          arrayLiteral(marks.map(({ isLook }) => isLook)),
          arrayLiteral(marks.map(({ medianReportedMs }) => medianReportedMs)),
        ]);
        await db.query(
          `UPDATE history_import SET changes = changes + $3, loaded_to_at = $4
           WHERE system_id = $1 AND import_id = $2`,
          [systemId, importId, changes, toAt],
        );
        return changes;
      }),

    async finish(importId, finishedAt) {
      const { rows } = await pool.query<{ hours: number }>(FINISH_SQL, [
        systemId,
        importId,
        finishedAt,
      ]);
      return rows[0]!.hours;
    },
  };
}

const PROGRESS_COLUMNS = `
  changes, hours, loaded_to_at AS "loadedToAt", finished_at AS "finishedAt"`;

const FIND_SQL = `
SELECT import_id AS "importId", files, from_at AS "fromAt", to_at AS "toAt",
  gap_after_s AS "gapAfterS", rows_read AS "rowsRead", rejected, stations, ${PROGRESS_COLUMNS}
FROM history_import WHERE system_id = $1 AND import_id = $2`;

const BEGIN_SQL = `
INSERT INTO history_import (
  system_id, import_id, files, from_at, to_at, gap_after_s, rows_read, rejected, stations,
  started_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (system_id, import_id) DO UPDATE SET
  from_at = excluded.from_at, to_at = excluded.to_at, gap_after_s = excluded.gap_after_s,
  rejected = excluded.rejected, stations = excluded.stations
RETURNING ${PROGRESS_COLUMNS}`;

const FINISH_SQL = `
UPDATE history_import i SET finished_at = $3, hours = (
  SELECT count(*) FROM archive_hour a
  WHERE a.system_id = i.system_id AND a.reconstructed AND a.hour >= i.from_at AND a.hour < i.to_at
    AND a.written_at >= i.started_at)
WHERE system_id = $1 AND import_id = $2
RETURNING hours`;

/**
 * The instants at which the recording was observed, as successful fetches of the status feed: who
 * looks for gaps finds none where the recording had none.
 */
const ENTER_MARKS_SQL = `
INSERT INTO feed_fetch (
  system_id, feed, source, started_at, duration_ms, bytes, attempts, outcome, message,
  median_reported_at)
SELECT $1, 'status', 'import', mark.at, 0, 0, 0,
  CASE WHEN mark.is_look THEN 'stored' ELSE 'unchanged' END,
  CASE WHEN mark.is_look THEN 'A look of an imported recording'
    ELSE 'Held until the next look of an imported recording' END,
  mark.median_reported_at
FROM (SELECT to_timestamp(at_ms / 1000.0) AS at, is_look,
    to_timestamp(median_ms / 1000.0) AS median_reported_at
  FROM unnest($2::float8[], $3::bool[], $4::float8[]) AS m(at_ms, is_look, median_ms)) mark
WHERE NOT EXISTS (
  SELECT FROM feed_fetch known WHERE known.system_id = $1 AND known.feed = 'status'
    AND known.started_at = mark.at AND known.source = 'import')`;
