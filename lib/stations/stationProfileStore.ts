import type { Database } from '@/lib/db/database';
import type { StationProfile } from './stationProfile';

/** More than happens to a station in ten years. */
const MAX_EVENTS = 200;

/**
 * What is known of a station and what ever happened to its description.
 *
 * @returns null where the system never had such a station
 */
export async function readStationProfile(
  db: Database,
  systemId: string,
  stationId: string,
): Promise<StationProfile | null> {
  const { rows } = await db.query<StationProfile>({
    name: 'read-station-profile',
    text: READ_PROFILE_SQL,
    values: [systemId, stationId, MAX_EVENTS],
  });
  return rows[0] ?? null;
}

const READ_PROFILE_SQL = `
SELECT station_id AS "stationId", station_code AS "stationCode", name, lat, lon, capacity,
  district_id AS "districtId",
  extract(epoch FROM first_seen_at)::float8 AS "firstSeenAt",
  extract(epoch FROM last_seen_at)::float8 AS "lastSeenAt",
  extract(epoch FROM removed_at)::float8 AS "removedAt",
  (SELECT coalesce(json_agg(json_build_object(
     'at', extract(epoch FROM at)::float8, 'kind', kind, 'before', before, 'after', after)
     ORDER BY at DESC, id DESC), '[]')
   FROM (
     SELECT id, at, kind, before, after FROM station_event
     WHERE system_id = $1 AND station_id = $2
     ORDER BY station_event.at DESC, id DESC LIMIT $3) AS event) AS events
FROM station WHERE system_id = $1 AND station_id = $2`;
