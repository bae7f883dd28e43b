import { UNDONE_EVENTS_SQL } from '@/lib/stations/undoneEventsSql';

/** Almost every station changes within this time: one partition of the log is looked into. */
const RECENT = `interval '2 days'`;

/** What a row of the change log says of a station at an instant. */
const COUNTS = `c.num_bikes_available, c.num_mechanical_available, c.num_ebikes_available,
    c.num_docks_available, c.is_installed, c.is_renting, c.is_returning, c.last_reported_at`;

const lastChange = (after: string) => `
  CROSS JOIN LATERAL (
    SELECT ${COUNTS}, c.fetched_at FROM station_change c
    WHERE c.system_id = $1 AND c.station_id = d.station_id
      AND c.fetched_at <= $2 AND c.fetched_at >= ${after}
    ORDER BY c.fetched_at DESC LIMIT 1) c`;

/** How stations were described at $2; `r` is their state then, which may be missing. */
const DESCRIBED_COLUMNS = `
  json_build_object(
    'stationId', coalesce(json_agg(station_id), '[]'),
    'stationCode', coalesce(json_agg(station_code), '[]'),
    'name', coalesce(json_agg(name), '[]'),
    'lat', coalesce(json_agg(round(lat::numeric, 5)), '[]'),
    'lon', coalesce(json_agg(round(lon::numeric, 5)), '[]'),
    'capacity', coalesce(json_agg(capacity), '[]'),
    'districtId', coalesce(json_agg(district_id), '[]'))`;

const AS_DESCRIBED = `
  d.station_id, d.district_id, d.first_seen_at, d.removed_at, undone.presence,
  coalesce(undone.name, d.name) AS name,
  coalesce(undone.lat, d.lat) AS lat, coalesce(undone.lon, d.lon) AS lon,
  CASE WHEN undone.is_resized THEN undone.capacity ELSE d.capacity END AS capacity,
  CASE WHEN undone.is_recoded THEN undone.station_code ELSE d.station_code END AS station_code`;

/**
 * The city from the change log at an instant, in columns. A status that has not changed since the
 * instant is the state at it; any other station takes its last change, by one probe of the primary
 * key; and nothing is taken from before the stretch of the log that tells the instant. A station is
 * in where it was listed then: the first later event says so, or that it still is; what kept on
 * changing after it was removed stays in. A station without a state keeps its place with nulls.
 *
 * Parameters: 1 system, 2 instant, 3 beginning of the stretch, 4 whether it is the own record.
 */
export const CITY_FROM_CHANGES_SQL = `
WITH ${UNDONE_EVENTS_SQL},
unchanged AS MATERIALIZED (
  SELECT c.station_id, ${COUNTS.replace(', c.last_reported_at', '')}, c.changed_at AS fetched_at,
    CASE WHEN c.last_reported_at IS NULL OR c.last_reported_at <= $2 THEN c.last_reported_at
         ELSE coalesce((SELECT l.last_reported_at FROM station_change l
           WHERE l.system_id = $1 AND l.station_id = c.station_id AND l.fetched_at = c.changed_at),
           c.changed_at)
    END AS last_reported_at
  FROM station_status c WHERE c.system_id = $1 AND $4::boolean AND c.changed_at <= $2
),
recent AS MATERIALIZED (
  SELECT d.station_id, c.*
  FROM station d ${lastChange(`greatest($3, $2::timestamptz - ${RECENT})`)}
  WHERE d.system_id = $1 AND NOT EXISTS (SELECT FROM unchanged u WHERE u.station_id = d.station_id)
),
earlier AS MATERIALIZED (
  SELECT d.station_id, c.*
  FROM station d ${lastChange('$3')}
  WHERE d.system_id = $1
    AND NOT EXISTS (SELECT FROM unchanged u WHERE u.station_id = d.station_id)
    AND NOT EXISTS (SELECT FROM recent u WHERE u.station_id = d.station_id)
),
state AS (
  SELECT station_id, num_bikes_available, num_mechanical_available, num_ebikes_available,
    num_docks_available, is_installed, is_renting, is_returning, last_reported_at, fetched_at
  FROM unchanged
  UNION ALL
  SELECT station_id, num_bikes_available, num_mechanical_available, num_ebikes_available,
    num_docks_available, is_installed, is_renting, is_returning, last_reported_at, fetched_at
  FROM recent
  UNION ALL
  SELECT station_id, num_bikes_available, num_mechanical_available, num_ebikes_available,
    num_docks_available, is_installed, is_renting, is_returning, last_reported_at, fetched_at
  FROM earlier
),
listed AS (
  SELECT ${AS_DESCRIBED},
    r.num_bikes_available, r.num_mechanical_available, r.num_ebikes_available,
    r.num_docks_available,
    r.is_installed::int + 2 * r.is_renting::int + 4 * r.is_returning::int AS flags,
    extract(epoch FROM r.last_reported_at)::bigint AS last_reported_at
  FROM station d
  LEFT JOIN undone ON undone.station_id = d.station_id
  LEFT JOIN state r ON r.station_id = d.station_id
  WHERE d.system_id = $1 AND (r.station_id IS NOT NULL OR d.first_seen_at <= $2)
    AND CASE WHEN undone.presence IS NOT NULL THEN undone.presence = 'removed'
             ELSE d.removed_at IS NULL OR d.removed_at > $2 OR r.fetched_at > d.removed_at END
  ORDER BY d.station_id COLLATE "C"
)
SELECT ${DESCRIBED_COLUMNS} AS stations,
  json_build_object(
    'numBikesAvailable', coalesce(json_agg(num_bikes_available), '[]'),
    'numMechanicalAvailable', coalesce(json_agg(num_mechanical_available), '[]'),
    'numEbikesAvailable', coalesce(json_agg(num_ebikes_available), '[]'),
    'numDocksAvailable', coalesce(json_agg(num_docks_available), '[]'),
    'flags', coalesce(json_agg(flags), '[]'),
    'lastReportedAt', coalesce(json_agg(last_reported_at), '[]'),
    'phantomBikes', coalesce(json_agg(0), '[]')) AS status
FROM listed`;

/**
 * How the stations given were described at an instant, whether or not they were listed then.
 *
 * Parameters: 1 system, 2 instant, 3 station ids.
 */
export const DESCRIBED_AT_SQL = `
WITH ${UNDONE_EVENTS_SQL},
listed AS (
  SELECT ${AS_DESCRIBED}
  FROM station d
  LEFT JOIN undone ON undone.station_id = d.station_id
  WHERE d.system_id = $1 AND d.station_id = ANY ($3::text[])
  ORDER BY d.station_id COLLATE "C"
)
SELECT ${DESCRIBED_COLUMNS} AS stations FROM listed`;

/**
 * The last look at or before an instant that brought valid data.
 *
 * Parameters: 1 system, 2 instant, 3 whether it is one of an import.
 */
export const LAST_LOOK_SQL = `
SELECT extract(epoch FROM started_at + duration_ms * interval '1 millisecond')::float8 AS at
FROM feed_fetch
WHERE system_id = $1 AND feed = 'status' AND (source = 'import') = $3::boolean
  -- Of an import, what is unchanged is a mark between two looks: nobody fetched then.
  AND (outcome = 'stored' OR (outcome = 'unchanged' AND NOT $3::boolean))
  AND started_at <= $2 AND started_at + duration_ms * interval '1 millisecond' <= $2
ORDER BY started_at DESC LIMIT 1`;
