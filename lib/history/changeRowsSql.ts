const flagsOf = (row: string) =>
  `${row}.is_installed::int + 2 * ${row}.is_renting::int + 4 * ${row}.is_returning::int`;

/** No more than the key carries: rows are then read from it alone. */
const KEYED = `fetched_at, num_bikes_available, num_mechanical_available, num_ebikes_available,
    num_docks_available, is_installed, is_renting, is_returning`;

const SERIES_COLUMNS = `json_build_object(
  'at', coalesce(json_agg(at), '[]'),
  'numBikesAvailable', coalesce(json_agg(num_bikes_available), '[]'),
  'numMechanicalAvailable', coalesce(json_agg(num_mechanical_available), '[]'),
  'numEbikesAvailable', coalesce(json_agg(num_ebikes_available), '[]'),
  'numDocksAvailable', coalesce(json_agg(num_docks_available), '[]'),
  'flags', coalesce(json_agg(flags), '[]'))`;

/**
 * A station's rows of the change log within a stretch, in columns. What held at its beginning comes
 * first, under that instant; where the log no longer has the row, the status that has not changed
 * since stands for it.
 *
 * Parameters: 1 system, 2 station, 3 from, 4 to, 5 beginning of the log's stretch, 6 whether that is
 * the own record.
 */
export const STATION_CHANGES_SQL = `
WITH opening AS (
  SELECT ${KEYED} FROM station_change
  WHERE system_id = $1 AND station_id = $2 AND fetched_at <= $3 AND fetched_at >= $5
  ORDER BY fetched_at DESC LIMIT 1
),
still AS (
  SELECT * FROM station_status
  WHERE system_id = $1 AND station_id = $2 AND $6::boolean AND changed_at < $4
),
held AS (
  SELECT extract(epoch FROM greatest(c.fetched_at, $3))::float8 AS at, c.num_bikes_available,
    c.num_mechanical_available, c.num_ebikes_available, c.num_docks_available,
    ${flagsOf('c')} AS flags
  FROM (SELECT * FROM opening
        UNION ALL
        SELECT ${KEYED} FROM station_change
        WHERE system_id = $1 AND station_id = $2 AND fetched_at > $3 AND fetched_at < $4) c
  UNION ALL
  SELECT extract(epoch FROM greatest(s.changed_at, $3))::float8, s.num_bikes_available,
    s.num_mechanical_available, s.num_ebikes_available, s.num_docks_available, ${flagsOf('s')}
  FROM still s
  WHERE NOT EXISTS (SELECT FROM station_change c
    WHERE c.system_id = $1 AND c.station_id = $2 AND c.fetched_at = s.changed_at)
)
SELECT ${SERIES_COLUMNS} AS samples FROM (SELECT * FROM held ORDER BY at) AS ordered`;

/**
 * Every change of a window, the end not included, in columns, by time and station; capacities as of
 * then.
 *
 * Parameters: 1 system, 2 from, 3 to, 4 station ids or null for all, 5 whether what held at the
 * beginning comes first, under that instant, 6 beginning of the log's stretch, 7 whether that is the
 * own record.
 */
export const CHANGE_WINDOW_SQL = `
WITH wanted AS MATERIALIZED (
  SELECT station_id FROM station WHERE system_id = $1 AND ($4::text[] IS NULL OR station_id = ANY ($4))
  UNION
  SELECT station_id FROM station_status
  WHERE system_id = $1 AND ($4::text[] IS NULL OR station_id = ANY ($4))
),
row AS (
  SELECT c.station_id, c.fetched_at AS at, c.num_bikes_available, c.num_mechanical_available,
    c.num_ebikes_available, c.num_docks_available, ${flagsOf('c')} AS flags, c.last_reported_at
  FROM wanted w CROSS JOIN LATERAL (
    SELECT * FROM station_change c
    WHERE c.system_id = $1 AND c.station_id = w.station_id
      AND c.fetched_at >= $2 AND (c.fetched_at > $2 OR NOT $5::boolean) AND c.fetched_at < $3) c
  UNION ALL
  SELECT c.station_id, $2, c.num_bikes_available, c.num_mechanical_available,
    c.num_ebikes_available, c.num_docks_available, ${flagsOf('c')}, c.last_reported_at
  FROM wanted w CROSS JOIN LATERAL (
    SELECT * FROM station_change c
    WHERE c.system_id = $1 AND c.station_id = w.station_id
      AND c.fetched_at <= $2 AND c.fetched_at >= $6
    ORDER BY c.fetched_at DESC LIMIT 1) c
  WHERE $5::boolean
  UNION ALL
  SELECT s.station_id, greatest(s.changed_at, $2), s.num_bikes_available,
    s.num_mechanical_available, s.num_ebikes_available, s.num_docks_available, ${flagsOf('s')},
    least(s.last_reported_at, s.changed_at)
  FROM wanted w JOIN station_status s ON s.system_id = $1 AND s.station_id = w.station_id
  WHERE $7::boolean AND s.changed_at < $3 AND (s.changed_at >= $2 OR $5::boolean)
    AND NOT EXISTS (SELECT FROM station_change c WHERE c.system_id = $1
      AND c.station_id = s.station_id AND c.fetched_at = s.changed_at)
),
resized AS MATERIALIZED (
  SELECT station_id, (before ->> 'capacity')::int AS capacity, at AS to_at,
    coalesce(lag(at) OVER (PARTITION BY station_id ORDER BY at, id), '-infinity') AS from_at
  FROM station_event WHERE system_id = $1 AND kind = 'resized' AND at > $2
),
ordered AS (
  SELECT row.*, CASE WHEN z.station_id IS NULL THEN d.capacity ELSE z.capacity END AS capacity
  FROM row
  LEFT JOIN station d ON d.system_id = $1 AND d.station_id = row.station_id
  LEFT JOIN resized z
    ON z.station_id = row.station_id AND row.at >= z.from_at AND row.at < z.to_at
  ORDER BY row.at, row.station_id COLLATE "C"
)
SELECT json_build_object(
  'at', coalesce(json_agg(extract(epoch FROM at)::float8), '[]'),
  'stationId', coalesce(json_agg(station_id), '[]'),
  'numBikesAvailable', coalesce(json_agg(num_bikes_available), '[]'),
  'numMechanicalAvailable', coalesce(json_agg(num_mechanical_available), '[]'),
  'numEbikesAvailable', coalesce(json_agg(num_ebikes_available), '[]'),
  'numDocksAvailable', coalesce(json_agg(num_docks_available), '[]'),
  'capacity', coalesce(json_agg(capacity), '[]'),
  'flags', coalesce(json_agg(flags), '[]'),
  'lastReportedAt', coalesce(json_agg(extract(epoch FROM last_reported_at)::bigint), '[]')) AS columns
FROM ordered`;
