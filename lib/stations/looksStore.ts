import type { Database } from '@/lib/db/database';

/** When fetches of the status feed brought valid data, oldest first. Epoch seconds. */
export interface Looks {
  at: number[];
  /** By the feed-wide median of the stations' reports; null where it was not kept. */
  medianReportedAt: (number | null)[];
}

/**
 * When somebody looked during a span: the last look before it, those in it, the first after it.
 * None of a past whose fetches are no longer kept (see runLogStore).
 *
 * @param span epoch seconds
 */
export async function readLooks(
  db: Database,
  systemId: string,
  { fromAt, toAt }: { fromAt: number; toAt: number },
): Promise<Looks> {
  const { rows } = await db.query<{ at: number; medianReportedAt: number | null }>(LOOKS_SQL, [
    systemId,
    new Date(fromAt * 1_000),
    new Date(toAt * 1_000),
  ]);
  return {
    at: rows.map(({ at }) => at),
    medianReportedAt: rows.map(({ medianReportedAt }) => medianReportedAt),
  };
}

const LOOKS_SQL = `
WITH look AS (
  SELECT started_at, started_at + duration_ms * interval '1 millisecond' AS ended_at,
    median_reported_at
  FROM feed_fetch
  WHERE system_id = $1 AND feed = 'status' AND outcome IN ('stored', 'unchanged')
)
SELECT extract(epoch FROM ended_at)::float8 AS at,
  round(extract(epoch FROM median_reported_at))::float8 AS "medianReportedAt"
FROM (
  (SELECT * FROM look WHERE started_at < $2 ORDER BY started_at DESC LIMIT 1)
  UNION ALL
  SELECT * FROM look WHERE started_at BETWEEN $2 AND $3
  UNION ALL
  (SELECT * FROM look WHERE started_at > $3 ORDER BY started_at LIMIT 1)) AS near
ORDER BY started_at`;
