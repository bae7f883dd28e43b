/**
 * The instant up to which the change log of the system in parameter 1 was loaded from recordings;
 * its own record begins after it, for an import never loads what was observed here.
 */
export const IMPORTED_UNTIL_SQL = `(
  SELECT coalesce(max(to_at), '-infinity') FROM history_import WHERE system_id = $1)`;
