import type { Database } from '@/lib/db/database';
import { type Clock, secondsBetween } from '@/lib/units/clock';

export interface Readiness {
  /** Whether pages can be served. Old data do not make it false: the pages show their age. */
  isReady: boolean;
  database: 'ok' | 'away';
  queue: 'ok' | 'away';
  /** Seconds since a source last answered with valid data; null: never, or the database is away. */
  dataAgeS: number | null;
}

export interface ReadinessDeps {
  db: Database;
  /** Rejects when the queue's server is away. */
  pingQueue(): Promise<void>;
  clock: Clock;
  systemId: string;
  /** How long either may take, ms. */
  limitMs: number;
}

/**
 * Whether this process can do its work: the database answers, the queue answers, and there has been
 * a snapshot. Never throws and never takes longer than the limit.
 */
export async function checkReadiness(deps: ReadinessDeps): Promise<Readiness> {
  const { db, pingQueue, clock, systemId, limitMs } = deps;
  const [data, queue] = await Promise.allSettled([
    within(limitMs, readCheckedAt(db, systemId)),
    within(limitMs, pingQueue()),
  ]);
  const checkedAt = data.status === 'fulfilled' ? data.value : null;
  const readiness = {
    database: data.status === 'fulfilled' ? ('ok' as const) : ('away' as const),
    queue: queue.status === 'fulfilled' ? ('ok' as const) : ('away' as const),
    dataAgeS: checkedAt && Math.max(0, Math.round(secondsBetween(checkedAt, clock()))),
  };
  const isReady =
    readiness.database === 'ok' && readiness.queue === 'ok' && readiness.dataAgeS !== null;
  return { isReady, ...readiness };
}

async function readCheckedAt(db: Database, systemId: string): Promise<Date | null> {
  const { rows } = await db.query<{ checked_at: Date | null }>(
    'SELECT status_checked_at AS checked_at FROM feed_state WHERE system_id = $1',
    [systemId],
  );
  return rows[0]?.checked_at ?? null;
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
