import type { Database } from '@/lib/db/database';
import { LIVE_CHANNEL } from '@/lib/stations/liveChannel';

/** A job whose schedule a person has paused. */
export interface JobPause {
  job: string;
  pausedAt: Date;
  /** As they were called then. */
  pausedBy: string;
}

/** Every pause of a city, oldest first. */
export async function readPauses(db: Database, systemId: string): Promise<JobPause[]> {
  const { rows } = await db.query<JobPause>(
    `SELECT job, paused_at AS "pausedAt", paused_by AS "pausedBy"
       FROM job_pause WHERE system_id = $1 ORDER BY paused_at`,
    [systemId],
  );
  return rows;
}

/**
 * Pauses a job's schedule, for every worker and until it is resumed. Open maps are notified: they
 * say that their data will grow old.
 *
 * @returns false when it was paused already
 */
export async function pauseJob(
  db: Database,
  systemId: string,
  { job, pausedBy }: Pick<JobPause, 'job' | 'pausedBy'>,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO job_pause (system_id, job, paused_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [systemId, job, pausedBy],
  );
  await notifyMaps(db, systemId);
  return rowCount === 1;
}

/** Ends a pause. @returns false when there was none */
export async function resumeJob(db: Database, systemId: string, job: string): Promise<boolean> {
  const { rowCount } = await db.query('DELETE FROM job_pause WHERE system_id = $1 AND job = $2', [
    systemId,
    job,
  ]);
  await notifyMaps(db, systemId);
  return rowCount === 1;
}

async function notifyMaps(db: Database, systemId: string): Promise<void> {
  await db.query(`SELECT pg_notify($1, json_build_object('systemId', $2::text)::text)`, [
    LIVE_CHANNEL,
    systemId,
  ]);
}
