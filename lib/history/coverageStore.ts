import type { ListedObject } from '@/lib/archive/localObjectsStore';
import type { Database } from '@/lib/db/database';
import { IMPORTED_UNTIL_SQL, OWN_LOG_BEGINS_SQL } from '@/lib/stations/importedUntilSql';
import type { Coverage } from './coverage';
import type { Span } from './stationSeries';

/** An hour of the archive; epoch seconds. */
export interface ArchivedHourAt extends ListedObject {
  hourAt: number;
}

export interface CoverageStore {
  read(): Promise<Coverage>;
  /** The newest instant of which something is known, epoch seconds; 0: none. */
  readNewestAt(): Promise<number>;
  /** Whether the system ever had such a station. */
  hasStation(stationId: string): Promise<boolean>;
  /** Runs of archived hours that touch a span, each up to the hour after its last. */
  readHourRuns(span: Span): Promise<Span[]>;
  /** The last archived hour at or before an instant, epoch seconds. */
  readHourBefore(at: number): Promise<ArchivedHourAt | null>;
}

interface CoverageRow {
  imports: [fromAt: number, toAt: number][];
  oldestHourAt: number | null;
  /** What the beginning of the own record depends on, once there is one. */
  log: string;
}

/**
 * Says where each tier reaches. To find the beginning of the own record takes a probe a station; it
 * moves only when a month is dropped or a recording loaded, so it is remembered until then.
 */
export function createCoverageStore(db: Database, systemId: string): CoverageStore {
  let known: { log: string; ownFromAt: number } | null = null;

  async function ownFromAt(log: string): Promise<number | null> {
    if (known?.log === log) return known.ownFromAt;
    const { rows } = await db.query<{ at: number | null }>(
      `SELECT extract(epoch FROM ${OWN_LOG_BEGINS_SQL})::float8 AS at`,
      [systemId],
    );
    const at = rows[0]!.at;
    known = at === null ? null : { log, ownFromAt: at };
    return at;
  }

  return {
    async read() {
      const { rows } = await db.query<CoverageRow>({
        name: 'read-history-coverage',
        text: COVERAGE_SQL,
        values: [systemId],
      });
      const { imports, oldestHourAt, log } = rows[0]!;
      return {
        imports: imports.map(([fromAt, toAt]) => ({ fromAt, toAt })),
        ownFromAt: await ownFromAt(log),
        oldestHourAt,
      };
    },
    async readNewestAt() {
      const { rows } = await db.query<{ at: number }>(NEWEST_SQL, [systemId]);
      return rows[0]!.at;
    },
    async hasStation(stationId) {
      const { rows } = await db.query<{ exists: boolean }>(HAS_STATION_SQL, [systemId, stationId]);
      return rows[0]!.exists;
    },
    async readHourRuns({ fromAt, toAt }) {
      const { rows } = await db.query<Span>(HOUR_RUNS_SQL, [systemId, fromAt, toAt]);
      return rows.map((run) => ({ fromAt: run.fromAt, toAt: run.toAt }));
    },
    async readHourBefore(at) {
      const { rows } = await db.query<ArchivedHourAt>(
        `SELECT extract(epoch FROM hour)::float8 AS "hourAt", key, sha256 FROM archive_hour
         WHERE system_id = $1 AND hour <= to_timestamp($2) ORDER BY hour DESC LIMIT 1`,
        [systemId, at],
      );
      return rows[0] ?? null;
    },
  };
}

const COVERAGE_SQL = `
SELECT
  (SELECT coalesce(json_agg(json_build_array(
       extract(epoch FROM from_at)::float8,
       extract(epoch FROM CASE WHEN finished_at IS NULL THEN coalesce(loaded_to_at, from_at)
                               ELSE to_at END)::float8) ORDER BY from_at), '[]')
   FROM history_import WHERE system_id = $1) AS imports,
  (SELECT extract(epoch FROM hour)::float8 FROM archive_hour
   WHERE system_id = $1 ORDER BY hour LIMIT 1) AS "oldestHourAt",
  (SELECT concat_ws(' ', ${IMPORTED_UNTIL_SQL}::text, string_agg(inhrelid::text, ' ' ORDER BY inhrelid))
   FROM pg_inherits WHERE inhparent = 'station_change'::regclass) AS log`;

const HOUR_RUNS_SQL = `
SELECT extract(epoch FROM min(hour))::float8 AS "fromAt",
  extract(epoch FROM max(hour))::float8 + 3600 AS "toAt"
FROM (
  SELECT hour, hour - row_number() OVER (ORDER BY hour) * interval '1 hour' AS run
  FROM archive_hour
  WHERE system_id = $1 AND hour > to_timestamp($2) - interval '1 hour' AND hour < to_timestamp($3)
) AS listed
GROUP BY run ORDER BY 1`;

const NEWEST_SQL = `
SELECT coalesce(extract(epoch FROM greatest(
  (SELECT greatest(status_fetched_at, status_checked_at) FROM feed_state WHERE system_id = $1),
  (SELECT max(to_at) FROM history_import WHERE system_id = $1),
  (SELECT max(hour) FROM archive_hour WHERE system_id = $1)))::float8, 0) AS at`;

// An orphan, which a feed reports and never describes, has a status alone.
const HAS_STATION_SQL = `
SELECT EXISTS (SELECT FROM station WHERE system_id = $1 AND station_id = $2)
  OR EXISTS (SELECT FROM station_status WHERE system_id = $1 AND station_id = $2) AS exists`;
