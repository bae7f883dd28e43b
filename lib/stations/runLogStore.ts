import type { Database } from '@/lib/db/database';

/** Fetches, job runs and beats are for looking into trouble: older than this they are deleted. */
export const RUN_LOG_RETENTION_DAYS = 30;

/**
 * Deletes old rows of feed_fetch, job_run and worker_beat. The newest fetch of each feed stays,
 * however old: it says when the feed was last read; and the looks of imported recordings stay with
 * what they observed.
 *
 * @returns rows deleted
 */
export async function pruneRunLogs(db: Database, nowAt: Date): Promise<number> {
  const { rows } = await db.query<{ deleted: number }>(PRUNE_SQL, [nowAt, RUN_LOG_RETENTION_DAYS]);
  return rows[0]!.deleted;
}

const PRUNE_SQL = `
WITH bound AS (SELECT $1::timestamptz - $2::int * interval '1 day' AS at),
fetches AS (
  DELETE FROM feed_fetch f USING bound WHERE f.started_at < bound.at
    AND f.source <> 'import' AND EXISTS (
    SELECT FROM feed_fetch newer WHERE newer.system_id = f.system_id AND newer.feed = f.feed
      AND newer.started_at > f.started_at)
  RETURNING 1
),
runs AS (DELETE FROM job_run USING bound WHERE started_at < bound.at RETURNING 1),
beats AS (DELETE FROM worker_beat USING bound WHERE beat_at < bound.at RETURNING 1)
SELECT (SELECT count(*) FROM fetches)::int + (SELECT count(*) FROM runs)::int
  + (SELECT count(*) FROM beats)::int AS deleted`;
