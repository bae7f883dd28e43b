import type { Database } from '@/lib/db/database';
import type { JobName } from './jobName';

export interface JobRun {
  job: JobName;
  startedAt: Date;
  durationMs: number;
  outcome: 'done' | 'failed';
  message: string | null;
}

/** Keeps what came of a run. */
export async function recordRun(db: Database, workerId: string, run: JobRun): Promise<void> {
  await db.query(
    `INSERT INTO job_run (job, worker_id, started_at, duration_ms, outcome, message)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [run.job, workerId, run.startedAt, run.durationMs, run.outcome, run.message],
  );
}

/** A sign of life: pages say so when the newest is old. */
export async function recordBeat(
  db: Database,
  workerId: string,
  startedAt: Date,
  nowAt: Date,
): Promise<void> {
  await db.query(
    `INSERT INTO worker_beat (worker_id, started_at, beat_at) VALUES ($1, $2, $3)
     ON CONFLICT (worker_id) DO UPDATE SET beat_at = excluded.beat_at`,
    [workerId, startedAt, nowAt],
  );
}
