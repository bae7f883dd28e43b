import type { Database } from '@/lib/db/database';
import { readPauses } from '@/lib/feeds/pauseStore';
import type { JobName } from './jobName';

/** Asks whether a person has paused a job's schedule. */
export type IsPaused = (job: JobName) => Promise<boolean>;

/**
 * Looks at every tick, so that a pause holds from the next one on. While Postgres is away what was
 * last seen counts: an outage must neither end a pause nor stop the fetching.
 */
export function createPauses(db: Database, systemId: string): IsPaused {
  let paused: ReadonlySet<string> = new Set();
  return async (job) => {
    try {
      paused = new Set((await readPauses(db, systemId)).map((pause) => pause.job));
    } catch {
      // Whoever needs Postgres next says that it is away; here the memory is the answer.
    }
    return paused.has(job);
  };
}
