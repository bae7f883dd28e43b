import type { Database } from '@/lib/db/database';
import type { ListedObject } from './localObjectsStore';

/** One line of the ledger of compacted months. */
export interface ArchivedMonth extends ListedObject {
  /** Its first instant, UTC. */
  month: Date;
  /** How many hours it was made from. */
  hours: number;
  /** Which: over their sha256, in order. */
  hoursSha256: string;
  rows: number;
  bytes: number;
}

/** What the archive holds of a month. */
export interface MonthObjects {
  /** null: not compacted yet, or hours were added since. */
  compacted: ListedObject | null;
  /** The hours that were asked for, oldest first; none where the month is compacted. */
  hours: ListedObject[];
}

/**
 * The finished months whose hours are all entered, and that are not compacted from just these hours;
 * oldest first. A month is awaited while hours of it are still due: those between the first hour
 * after the own record begins and the month's end.
 */
export async function readDueMonths(db: Database, systemId: string, nowAt: Date): Promise<Date[]> {
  const { rows } = await db.query<{ month: Date }>(DUE_MONTHS_SQL, [systemId, nowAt]);
  return rows.map(({ month }) => month);
}

/** All hours of a month that are in the archive, oldest first. */
export async function readHoursOfMonth(
  db: Database,
  systemId: string,
  month: Date,
): Promise<(ListedObject & { rows: number })[]> {
  const { rows } = await db.query<ListedObject & { rows: number }>(
    `SELECT key, sha256, rows FROM archive_hour
     WHERE system_id = $1 AND hour >= $2 AND hour < ($2::timestamptz AT TIME ZONE 'UTC'
       + interval '1 month') AT TIME ZONE 'UTC'
     ORDER BY hour`,
    [systemId, month],
  );
  return rows;
}

/** Enters a month whose object is durable; an older object of the month is no longer read. */
export async function enterMonth(
  db: Database,
  systemId: string,
  { month, key, hours, hoursSha256, rows, bytes, sha256 }: ArchivedMonth,
  writtenAt: Date,
): Promise<void> {
  await db.query(
    `INSERT INTO archive_month
       (system_id, month, key, hours, hours_sha256, rows, bytes, sha256, written_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (system_id, month) DO UPDATE SET
       key = excluded.key, hours = excluded.hours, hours_sha256 = excluded.hours_sha256,
       rows = excluded.rows, bytes = excluded.bytes, sha256 = excluded.sha256,
       written_at = excluded.written_at
     WHERE archive_month.hours <= excluded.hours`,
    [systemId, month, key, hours, hoursSha256, rows, bytes, sha256, writtenAt],
  );
}

/**
 * The objects that tell a span, month by month, oldest first.
 *
 * @param fromAt epoch seconds
 * @param toAt not part of it
 */
export async function readMonthObjects(
  db: Database,
  systemId: string,
  { fromAt, toAt }: { fromAt: number; toAt: number },
): Promise<MonthObjects[]> {
  const { rows } = await db.query<MonthObjects>(MONTH_OBJECTS_SQL, [systemId, fromAt, toAt]);
  return rows.map(({ compacted, hours }) => ({ compacted, hours }));
}

// The ledger of hours is append-only: a month made from as many hours as there are was made from all.
const DUE_MONTHS_SQL = `
SELECT listed.month
FROM (
  SELECT date_trunc('month', hour, 'UTC') AS month, count(*) AS hours, max(hour) AS newest
  FROM archive_hour WHERE system_id = $1 GROUP BY 1
) AS listed
LEFT JOIN archive_month m ON m.system_id = $1 AND m.month = listed.month
CROSS JOIN LATERAL (
  SELECT (listed.month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC' AS at
) AS ends
WHERE ends.at <= $2 AND m.hours IS DISTINCT FROM listed.hours
  AND NOT EXISTS (
    SELECT FROM (
      SELECT min(hour) AS at FROM archive_hour o
      WHERE o.system_id = $1 AND NOT EXISTS (
        SELECT FROM history_import i WHERE i.system_id = $1 AND o.hour < i.to_at)) AS own
    CROSS JOIN LATERAL generate_series(
      greatest(own.at, listed.month), ends.at - interval '1 hour', interval '1 hour') AS h(hour)
    WHERE own.at IS NOT NULL
      AND NOT EXISTS (SELECT FROM archive_hour a WHERE a.system_id = $1 AND a.hour = h.hour))
ORDER BY 1`;

const MONTH_OBJECTS_SQL = `
WITH touched AS (
  SELECT DISTINCT date_trunc('month', hour, 'UTC') AS month FROM archive_hour
  WHERE system_id = $1 AND hour >= to_timestamp($2) AND hour < to_timestamp($3)
),
judged AS (
  SELECT t.month, m.key, m.sha256,
    m.hours IS NOT DISTINCT FROM (
      SELECT count(*) FROM archive_hour a WHERE a.system_id = $1 AND a.hour >= t.month
        AND a.hour < (t.month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC')
      AS is_whole
  FROM touched t LEFT JOIN archive_month m ON m.system_id = $1 AND m.month = t.month
)
SELECT CASE WHEN is_whole THEN json_build_object('key', key, 'sha256', sha256) END AS compacted,
  CASE WHEN is_whole THEN '[]'::json ELSE (
    SELECT json_agg(json_build_object('key', a.key, 'sha256', a.sha256) ORDER BY a.hour)
    FROM archive_hour a
    WHERE a.system_id = $1 AND a.hour >= to_timestamp($2) AND a.hour < to_timestamp($3)
      AND date_trunc('month', a.hour, 'UTC') = judged.month) END AS hours
FROM judged ORDER BY month`;
