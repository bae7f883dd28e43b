import type { Database } from '@/lib/db/database';
import { GAP_AFTER_S } from '@/lib/stations/stationHistory';
import type { Span } from './stationSeries';

/**
 * The spans that touch a stretch of the change log in which no source answered with valid data for
 * longer than GAP_AFTER_S, oldest first. A snapshot that was spooled meanwhile is recorded under the
 * time it was fetched, so an outage of the database leaves none.
 *
 * @param span within the own record, or within an import
 * @param isImport which of the two
 * @param nowAt epoch seconds: the silence until now counts too
 */
export async function readFeedGaps(
  db: Database,
  systemId: string,
  { fromAt, toAt }: Span,
  isImport: boolean,
  nowAt: number,
): Promise<Span[]> {
  const { rows } = await db.query<{ gaps: [number, number][] }>({
    name: 'read-feed-gaps',
    text: GAPS_SQL,
    values: [systemId, fromAt, toAt, isImport, nowAt, GAP_AFTER_S],
  });
  return rows[0]!.gaps.map(([from, to]) => ({ fromAt: from, toAt: to }));
}

/**
 * Writes down the gaps between all fetches of every system that are still kept, for the time when
 * they are not. They are found anew each time, and the last day is left to the fetches themselves:
 * what waited on disk for the database comes late and closes gaps.
 */
export async function keepFeedGaps(db: Database): Promise<void> {
  await db.query(KEEP_SQL, [GAP_AFTER_S]);
}

// What own looks before the mark left out is in feed_gap; the others are compared here, from the
// last one before the span to the first one after it, or to now where there is none.
const GAPS_SQL = `
WITH mark AS (
  SELECT coalesce((SELECT known_to_at FROM feed_gap_mark WHERE system_id = $1 AND NOT $4::boolean),
                  '-infinity') AS at
),
lower AS (
  SELECT greatest(to_timestamp($2::float8), mark.at) AS at FROM mark
),
look AS (
  (SELECT started_at AS at FROM feed_fetch, lower
   WHERE system_id = $1 AND feed = 'status' AND outcome IN ('stored', 'unchanged')
     AND (source = 'import') = $4::boolean AND started_at < lower.at
   ORDER BY started_at DESC LIMIT 1)
  UNION ALL
  SELECT started_at FROM feed_fetch, lower
  WHERE system_id = $1 AND feed = 'status' AND outcome IN ('stored', 'unchanged')
    AND (source = 'import') = $4::boolean
    AND started_at >= lower.at AND started_at <= to_timestamp($3::float8)
  UNION ALL
  (SELECT coalesce(
     (SELECT started_at FROM feed_fetch
      WHERE system_id = $1 AND feed = 'status' AND outcome IN ('stored', 'unchanged')
        AND (source = 'import') = $4::boolean AND started_at > to_timestamp($3::float8)
      ORDER BY started_at LIMIT 1),
     CASE WHEN NOT $4::boolean THEN to_timestamp($5::float8) END))
),
compared AS (
  SELECT lag(at) OVER (ORDER BY at) AS from_at, at AS to_at FROM look WHERE at IS NOT NULL
),
gap AS (
  SELECT from_at, to_at FROM compared WHERE to_at - from_at > make_interval(secs => $6)
  UNION
  SELECT from_at, to_at FROM feed_gap, mark
  WHERE system_id = $1 AND NOT $4::boolean AND from_at < mark.at
)
SELECT coalesce(json_agg(json_build_array(
  extract(epoch FROM from_at)::float8, extract(epoch FROM to_at)::float8) ORDER BY from_at), '[]')
  AS gaps
FROM gap WHERE from_at < to_timestamp($3::float8) AND to_at > to_timestamp($2::float8)`;

const KEEP_SQL = `
WITH look AS (
  SELECT system_id, started_at AS from_at,
    lead(started_at) OVER (PARTITION BY system_id ORDER BY started_at) AS to_at
  FROM feed_fetch
  WHERE feed = 'status' AND outcome IN ('stored', 'unchanged') AND source <> 'import'
),
kept AS (
  SELECT system_id, min(from_at) AS from_at, max(from_at) - interval '1 day' AS to_at
  FROM look GROUP BY system_id
),
gap AS (
  SELECT system_id, from_at, to_at FROM look WHERE to_at - from_at > make_interval(secs => $1)
),
closed AS (
  DELETE FROM feed_gap g USING kept k
  WHERE g.system_id = k.system_id AND g.from_at >= k.from_at
    AND NOT EXISTS (
      SELECT FROM gap WHERE gap.system_id = g.system_id AND gap.from_at = g.from_at)
),
marked AS (
  INSERT INTO feed_gap_mark (system_id, known_to_at) SELECT system_id, to_at FROM kept
  ON CONFLICT (system_id) DO UPDATE SET known_to_at = excluded.known_to_at
)
INSERT INTO feed_gap (system_id, from_at, to_at) SELECT system_id, from_at, to_at FROM gap
ON CONFLICT (system_id, from_at) DO UPDATE SET to_at = excluded.to_at`;
