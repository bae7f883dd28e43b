import type { Database } from '@/lib/db/database';
import { HOUR_MS, SECOND_MS } from '@/lib/units/clock';
import { type FlagChange, serviceChanges } from './serviceChanges';
import {
  type ChangeColumns,
  GAP_AFTER_S,
  HISTORY_H,
  SERVICE_DAYS,
  type StationHistory,
  type StationOccurrence,
} from './stationHistory';

/** More than anybody reads; the whole past is the history page's matter. */
const MAX_EVENTS = 30;

/**
 * What is known of a station over the last HISTORY_H hours, and what happened to it.
 *
 * @returns null where the system never had such a station
 */
export async function readStationHistory(
  db: Database,
  systemId: string,
  stationId: string,
  nowAt: Date,
): Promise<StationHistory | null> {
  const fromAt = new Date(nowAt.getTime() - HISTORY_H * HOUR_MS);
  const { rows } = await db.query<HistoryRow>({
    name: 'read-station-history',
    text: READ_HISTORY_SQL,
    values: [systemId, stationId, fromAt, nowAt, GAP_AFTER_S, SERVICE_DAYS, MAX_EVENTS],
  });
  const { exists, changes, unobserved, flagChanges, descriptions } = rows[0]!;
  if (!exists) return null;
  const events = [...descriptions, ...serviceChanges(flagChanges)]
    .sort((a, b) => b.at - a.at)
    .slice(0, MAX_EVENTS);
  return {
    stationId,
    fromAt: fromAt.getTime() / SECOND_MS,
    toAt: nowAt.getTime() / SECOND_MS,
    changes,
    unobserved,
    events,
  };
}

interface HistoryRow {
  exists: boolean;
  changes: ChangeColumns;
  unobserved: [number, number][];
  flagChanges: FlagChange[];
  descriptions: StationOccurrence[];
}

/**
 * One statement, one way to the database. `opening` is what held when the window opened: one look
 * into the index of each month's partition, newest first. `observed` finds the gaps between the
 * fetches that brought valid data; a snapshot that was spooled meanwhile is recorded under the time
 * it was fetched, so an outage of the database leaves none.
 *
 * Parameters: 1 system, 2 station, 3 from, 4 to, 5 seconds that make a gap, 6 days of closures,
 * 7 most events.
 */
export const READ_HISTORY_SQL = `
WITH opening AS (
  SELECT * FROM station_change
  WHERE system_id = $1 AND station_id = $2 AND fetched_at <= $3
  ORDER BY fetched_at DESC LIMIT 1
),
change AS (
  SELECT extract(epoch FROM greatest(fetched_at, $3))::float8 AS at, num_bikes_available AS bikes,
    num_docks_available AS docks, is_installed, is_renting, is_returning
  FROM (
    SELECT * FROM opening
    UNION ALL
    SELECT * FROM station_change
    WHERE system_id = $1 AND station_id = $2 AND fetched_at > $3 AND fetched_at <= $4) AS held
),
observed AS (
  SELECT at, lag(at) OVER (ORDER BY at) AS before FROM (
    SELECT started_at AS at FROM feed_fetch
    WHERE system_id = $1 AND feed = 'status' AND started_at >= $3 AND started_at <= $4
      AND outcome IN ('stored', 'unchanged')
    UNION ALL SELECT $3 UNION ALL SELECT $4) AS looked
),
flags AS (
  SELECT fetched_at AS at, after, lag(after) OVER (ORDER BY fetched_at) AS before FROM (
    SELECT fetched_at, is_installed::int + 2 * is_renting::int + 4 * is_returning::int AS after
    FROM station_change
    WHERE system_id = $1 AND station_id = $2 AND fetched_at <= $4
      AND fetched_at > $4::timestamptz - make_interval(days => $6)) AS logged
),
event AS (
  SELECT id, extract(epoch FROM at)::float8 AS at, kind, before, after FROM station_event
  WHERE system_id = $1 AND station_id = $2 AND at <= $4
  ORDER BY station_event.at DESC, id DESC LIMIT $7
)
SELECT
  EXISTS (SELECT FROM station WHERE system_id = $1 AND station_id = $2) AS exists,
  (SELECT json_build_object(
     'at', coalesce(json_agg(at ORDER BY at), '[]'),
     'numBikesAvailable', coalesce(json_agg(bikes ORDER BY at), '[]'),
     'numDocksAvailable', coalesce(json_agg(docks ORDER BY at), '[]'),
     'flags', coalesce(json_agg(
       is_installed::int + 2 * is_renting::int + 4 * is_returning::int ORDER BY at), '[]'))
   FROM change) AS changes,
  (SELECT coalesce(json_agg(json_build_array(
     extract(epoch FROM before)::float8, extract(epoch FROM at)::float8) ORDER BY at), '[]')
   FROM observed WHERE at - before > make_interval(secs => $5)) AS unobserved,
  (SELECT coalesce(json_agg(json_build_object(
     'at', extract(epoch FROM at)::float8, 'before', before, 'after', after) ORDER BY at), '[]')
   FROM flags WHERE after <> before) AS "flagChanges",
  (SELECT coalesce(json_agg(json_build_object(
     'at', at, 'kind', kind, 'before', before, 'after', after) ORDER BY at DESC, id DESC), '[]')
   FROM event) AS descriptions`;
