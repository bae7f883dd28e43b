import type { Database } from '@/lib/db/database';
import type { JobName } from './jobName';

export interface JobRun {
  systemId: string;
  workerId: string;
  job: JobName;
  /** When the schedule wanted it; null where a person or another job asked. */
  dueAt: Date | null;
  startedAt: Date;
  durationMs: number;
  /** `paused`: its time came while a person had paused it, and nothing was done. */
  outcome: 'done' | 'failed' | 'paused';
  message: string | null;
}

/** Keeps what came of a run. */
export async function recordRun(db: Database, run: JobRun): Promise<void> {
  await db.query(
    `INSERT INTO job_run
       (system_id, job, worker_id, due_at, started_at, duration_ms, outcome, message)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[run.systemId, run.job, run.workerId, run.dueAt, run.startedAt],
      ...[run.durationMs, run.outcome, run.message],
    ],
  );
}

export interface WorkerBeat {
  workerId: string;
  startedAt: Date;
  beatAt: Date;
  /** Fetches that wait on this worker's disk. */
  spooled: number;
  /** Memory the process holds. */
  rssBytes: number;
}

/** A sign of life: pages say so when the newest is old. */
export async function recordBeat(db: Database, beat: WorkerBeat): Promise<void> {
  await db.query(
    `INSERT INTO worker_beat (worker_id, started_at, beat_at, spooled, rss_bytes)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (worker_id) DO UPDATE SET
       beat_at = excluded.beat_at, spooled = excluded.spooled, rss_bytes = excluded.rss_bytes`,
    [beat.workerId, beat.startedAt, beat.beatAt, beat.spooled, beat.rssBytes],
  );
}
