/**
 * A CTE `undone`: how the stations of system $1 were described at instant $2, where that differs
 * from today. Every event says what was before it, so the first one of its kind after the instant
 * tells what held at it. `presence` is what first happened to the station's being listed.
 */
export const UNDONE_EVENTS_SQL = `
undone AS MATERIALIZED (
  SELECT station_id,
    max(before ->> 'name') FILTER (WHERE kind = 'renamed') AS name,
    max(before ->> 'lat') FILTER (WHERE kind = 'moved')::float8 AS lat,
    max(before ->> 'lon') FILTER (WHERE kind = 'moved')::float8 AS lon,
    max(before ->> 'capacity') FILTER (WHERE kind = 'resized')::int AS capacity,
    bool_or(kind = 'resized') AS is_resized,
    max(before ->> 'stationCode') FILTER (WHERE kind = 'recoded') AS station_code,
    bool_or(kind = 'recoded') AS is_recoded,
    max(kind::text) FILTER (WHERE kind IN ('removed', 'restored')) AS presence
  FROM (
    SELECT DISTINCT ON (station_id, aspect) station_id, kind, before
    FROM (
      SELECT *, CASE WHEN kind IN ('removed', 'restored') THEN 'presence' ELSE kind::text END AS aspect
      FROM station_event WHERE system_id = $1 AND at > $2 AND kind <> 'added') AS later
    ORDER BY station_id, aspect, at, id) AS first_later
  GROUP BY station_id
)`;
