import type pg from 'pg';
import { LockBusyError } from '@/lib/errors/lockBusyError';
import type { Database } from './database';

/** A lock is asked for and given back in a millisecond; a server silent for longer is away. */
const TIMEOUT_MS = 3_000;

/**
 * Runs `use` while this process alone, of all that share the database, holds the named lock.
 * Postgres frees it by itself when the process or its connection dies.
 *
 * @param timeoutMs for the lock's own questions: on a connection that hangs nothing would ever end
 * @throws LockBusyError at once when somebody else holds it; whatever `use` or Postgres throws
 */
export async function withSessionLock<T>(
  pool: pg.Pool,
  lock: string,
  use: (db: Database) => Promise<T>,
  timeoutMs = TIMEOUT_MS,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that breaks while nothing is asked of it must not end the process.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  const ask = async (call: string) => {
    const text = `SELECT ${call}(hashtextextended($1, 0)) AS done`;
    const query = { text, values: [lock], query_timeout: timeoutMs };
    try {
      return (await client.query<{ done: boolean }>(query)).rows[0]?.done;
    } catch (error) {
      onError(error as Error);
      throw error;
    }
  };
  try {
    if (!(await ask('pg_try_advisory_lock'))) throw new LockBusyError(lock);
    try {
      return await use(client);
    } finally {
      // What came of the work counts; the connection that failed to answer is closed.
      await ask('pg_advisory_unlock').catch(() => {});
    }
  } finally {
    client.off('error', onError);
    // A closed connection gives its lock back; a pooled one would keep it.
    client.release(broken);
  }
}
