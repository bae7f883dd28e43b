/**
 * The instant up to which the change log of the system in parameter 1 was loaded from recordings;
 * its own record begins after it, for an import never loads what was observed here.
 */
export const IMPORTED_UNTIL_SQL = `(
  SELECT coalesce(max(to_at), '-infinity') FROM history_import WHERE system_id = $1)`;

/** When the system of parameter 1 began to keep a record of its own; null before it did. */
export const OWN_LOG_BEGINS_SQL = `(
  SELECT min(first.fetched_at)
  FROM station_status s
  CROSS JOIN LATERAL (
    SELECT c.fetched_at FROM station_change c
    WHERE c.system_id = s.system_id AND c.station_id = s.station_id
      AND c.fetched_at > ${IMPORTED_UNTIL_SQL}
    ORDER BY c.fetched_at LIMIT 1
  ) first
  WHERE s.system_id = $1)`;
