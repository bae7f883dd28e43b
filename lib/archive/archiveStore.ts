import { arrayLiteral } from '@/lib/db/arrayLiteral';
import type { Database } from '@/lib/db/database';
import { IMPORTED_UNTIL_SQL, OWN_LOG_BEGINS_SQL } from '@/lib/stations/importedUntilSql';
import { UNDONE_EVENTS_SQL } from '@/lib/stations/undoneEventsSql';
import type { ArchivedStation } from './hourState';

/** One line of the ledger: an object that is known to lie in the archive. */
export interface ArchivedHour {
  /** A whole UTC hour. */
  hour: Date;
  key: string;
  rows: number;
  bytes: number;
  sha256: string;
  reconstructed: boolean;
}

/** What the change log knows of a system at one instant. */
export interface KnownState {
  /** The newest successful status fetch at or before the instant; null where no record is left. */
  snapshotFetchedAt: Date | null;
  /** By stationId, in code unit order. */
  stations: ArchivedStation[];
}

export interface ArchiveStore {
  /**
   * The whole hours from the first one after the change log's own record begins up to `nowAt` that
   * the ledger does not list, oldest first.
   */
  dueHours(systemId: string, nowAt: Date): Promise<Date[]>;
  /** Those of these whole hours that the ledger lists. Epoch milliseconds. */
  enteredHours(systemId: string, hoursMs: readonly number[]): Promise<Set<number>>;
  /** The state of every station as of an instant; stations that were removed by then are out. */
  stateAt(systemId: string, at: Date): Promise<KnownState>;
  /** Enters an hour whose object is durable. @returns false when it was entered before */
  enter(systemId: string, archived: ArchivedHour, writtenAt: Date): Promise<boolean>;
}

export function createArchiveStore(db: Database): ArchiveStore {
  return {
    async dueHours(systemId, nowAt) {
      const { rows } = await db.query<{ hour: Date }>(DUE_HOURS_SQL, [systemId, nowAt]);
      return rows.map(({ hour }) => hour);
    },
    async enteredHours(systemId, hoursMs) {
      const { rows } = await db.query<{ hour: Date }>(
        `SELECT hour FROM archive_hour
         WHERE system_id = $1 AND hour = ANY (
           SELECT to_timestamp(ms / 1000) FROM unnest($2::float8[]) AS ms)`,
        [systemId, arrayLiteral(hoursMs)],
      );
      return new Set(rows.map(({ hour }) => hour.getTime()));
    },
    async stateAt(systemId, at) {
      const { rows } = await db.query<StateRow>(STATE_AT_SQL, [systemId, at]);
      return {
        snapshotFetchedAt: rows[0]?.snapshotFetchedAt ?? null,
        stations: rows.map(({ snapshotFetchedAt: _, ...station }) => station),
      };
    },
    async enter(systemId, { hour, key, rows, bytes, sha256, reconstructed }, writtenAt) {
      const { rowCount } = await db.query(
        `INSERT INTO archive_hour
           (system_id, hour, key, rows, bytes, sha256, reconstructed, written_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (system_id, hour) DO NOTHING`,
        [systemId, hour, key, rows, bytes, sha256, reconstructed, writtenAt],
      );
      return rowCount === 1;
    },
  };
}

type StateRow = ArchivedStation & { snapshotFetchedAt: Date | null };

// One probe of the change log's primary key per station, instead of a scan of months. What was loaded
// from recordings brings its own hours, and nothing is known of the years between.
const DUE_HOURS_SQL = `
WITH log AS (SELECT ${OWN_LOG_BEGINS_SQL} AS begins_at)
SELECT h.hour
FROM log
CROSS JOIN LATERAL generate_series(
  date_trunc('hour', log.begins_at + interval '1 hour' - interval '1 millisecond', 'UTC'),
  $2::timestamptz, interval '1 hour') AS h(hour)
WHERE NOT EXISTS (SELECT FROM archive_hour a WHERE a.system_id = $1 AND a.hour = h.hour)
ORDER BY h.hour`;

// A status that has not changed since the instant is the state at the instant, and tells of later
// reports; it also outlives the retention of the change log. Any other station takes its last
// change at or before the instant, one probe of the primary key; of what was imported only at an
// instant that the import covers: years later it tells nothing. Capacity and presence are walked
// back from today by the first event after the instant. A station that is gone from
// station_information and yet kept changing its status stays in: an orphan is data too.
const STATE_AT_SQL = `
WITH ${UNDONE_EVENTS_SQL},
snapshot AS (
  SELECT f.started_at + f.duration_ms * interval '1 millisecond' AS fetched_at
  FROM feed_fetch f
  WHERE f.system_id = $1 AND f.feed = 'status' AND f.outcome IN ('stored', 'unchanged')
    AND f.started_at <= $2 AND f.started_at + f.duration_ms * interval '1 millisecond' <= $2
  ORDER BY f.started_at DESC LIMIT 1
), state AS (
  SELECT s.station_id, s.changed_at AS fetched_at, s.num_bikes_available,
         s.num_mechanical_available, s.num_ebikes_available, s.num_docks_available,
         s.is_installed, s.is_renting, s.is_returning,
         CASE WHEN s.last_reported_at <= $2 THEN s.last_reported_at
              ELSE (SELECT c.last_reported_at FROM station_change c
                    WHERE c.system_id = $1 AND c.station_id = s.station_id
                      AND c.fetched_at <= $2 ORDER BY c.fetched_at DESC LIMIT 1)
         END AS last_reported_at
  FROM station_status s
  WHERE s.system_id = $1 AND s.changed_at <= $2
  UNION ALL
  SELECT s.station_id, c.fetched_at, c.num_bikes_available,
         c.num_mechanical_available, c.num_ebikes_available, c.num_docks_available,
         c.is_installed, c.is_renting, c.is_returning, c.last_reported_at
  FROM station_status s
  CROSS JOIN LATERAL (
    SELECT * FROM station_change c
    WHERE c.system_id = $1 AND c.station_id = s.station_id AND c.fetched_at <= $2
      AND (c.fetched_at > ${IMPORTED_UNTIL_SQL} OR $2 <= ${IMPORTED_UNTIL_SQL})
    ORDER BY c.fetched_at DESC LIMIT 1
  ) c
  WHERE s.system_id = $1 AND s.changed_at > $2
)
SELECT (SELECT fetched_at FROM snapshot) AS "snapshotFetchedAt",
       state.station_id AS "stationId",
       state.num_bikes_available AS "numBikesAvailable",
       state.num_mechanical_available AS "numMechanicalAvailable",
       state.num_ebikes_available AS "numEbikesAvailable",
       state.num_docks_available AS "numDocksAvailable",
       CASE WHEN undone.is_resized THEN undone.capacity ELSE d.capacity END AS capacity,
       state.is_installed AS "isInstalled",
       state.is_renting AS "isRenting",
       state.is_returning AS "isReturning",
       state.last_reported_at AS "lastReportedAt",
       state.fetched_at AS "fetchedAt"
FROM state
LEFT JOIN station d ON d.system_id = $1 AND d.station_id = state.station_id
LEFT JOIN undone ON undone.station_id = state.station_id
WHERE CASE WHEN undone.presence IS NOT NULL THEN undone.presence = 'removed'
           ELSE d.removed_at IS NULL OR d.removed_at > $2 OR state.fetched_at > d.removed_at END
ORDER BY state.station_id COLLATE "C"`;
