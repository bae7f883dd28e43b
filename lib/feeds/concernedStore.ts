import type { Database } from '@/lib/db/database';
import type { Anomaly } from '@/lib/stations/cityColumns';
import type { ConcernedStation } from './feedsReport';

/** Stations of one kind that a page shows. */
const SHOWN = 50;

/** Oddities that single stations have; the others are the whole feed's. */
type OfStations = Extract<Anomaly['kind'], 'zombies' | 'orphans' | 'unlisted'>;

/**
 * Which stations the oddities of the feeds concern, as the database has them now, by kind.
 * `zombies`: last reported a day before the median. `orphans`: a status that nothing describes.
 * `unlisted`: described, but no snapshot ever had a status for them; those that only the newest leaves
 * out cannot be told from those that did not change.
 */
export async function readConcerned(
  db: Database,
  systemId: string,
): Promise<Map<Anomaly['kind'], ConcernedStation[]>> {
  const { rows } = await db.query<ConcernedStation & { kind: OfStations }>(CONCERNED_SQL, [
    systemId,
    SHOWN,
  ]);
  const byKind = new Map<Anomaly['kind'], ConcernedStation[]>();
  for (const { kind, ...station } of rows) byKind.set(kind, [...(byKind.get(kind) ?? []), station]);
  return byKind;
}

const CONCERNED_SQL = `
WITH concerned AS (
  SELECT CASE WHEN d.station_id IS NULL THEN 'orphans'
              WHEN r.station_id IS NULL THEN 'unlisted'
              WHEN r.last_reported_at < f.status_median_reported_at - interval '1 day'
              THEN 'zombies' END AS kind,
         coalesce(d.station_id, r.station_id) AS station_id, d.name, d.station_code,
         r.last_reported_at
  FROM (SELECT * FROM station WHERE system_id = $1) d
  FULL JOIN (SELECT * FROM station_status WHERE system_id = $1) r ON r.station_id = d.station_id
  JOIN feed_state f ON f.system_id = $1
  WHERE d.removed_at IS NULL
), ranked AS (
  SELECT *, row_number() OVER (
    PARTITION BY kind ORDER BY last_reported_at NULLS FIRST, name, station_id) AS place
  FROM concerned WHERE kind IS NOT NULL
)
SELECT kind, station_id AS "stationId", name, station_code AS code,
       extract(epoch FROM last_reported_at)::float8 AS "lastReportedAt"
FROM ranked WHERE place <= $2 ORDER BY kind, place`;
