import type pg from 'pg';
import { LockBusyError } from '@/lib/errors/lockBusyError';
import type { Database } from './database';

/**
 * Runs `use` while this process alone, of all that share the database, holds the named lock.
 * Postgres frees it by itself when the process or its connection dies.
 *
 * @throws LockBusyError at once when somebody else holds it; whatever `use` or Postgres throws
 */
export async function withSessionLock<T>(
  pool: pg.Pool,
  lock: string,
  use: (db: Database) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that breaks while nothing is asked of it must not end the process.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    const { rows } = await client.query<{ locked: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
      [lock],
    );
    if (!rows[0]?.locked) throw new LockBusyError(lock);
    try {
      return await use(client);
    } finally {
      await client
        .query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [lock])
        .catch(onError);
    }
  } finally {
    client.off('error', onError);
    // A closed connection gives its lock back; a pooled one would keep it.
    client.release(broken);
  }
}
