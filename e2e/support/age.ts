import type { Pool } from 'pg';
import { LIVE_CHANNEL } from '@/lib/stations/liveChannel';

/**
 * Makes the newest data, and the worker's last sign of life, older than they are: what waiting
 * would bring, without the wait. Whoever fetches or beats next makes them young again.
 */
export async function ageData(db: Pool, systemId: string, ageS: number): Promise<void> {
  const earlier = 'now() - make_interval(secs => $2)';
  await db.query(
    `UPDATE feed_state SET status_checked_at = ${earlier}, status_fetched_at = ${earlier}
      WHERE system_id = $1`,
    [systemId, ageS],
  );
  await tellMaps(db, systemId);
}

/** The same for every worker's sign of life. */
export async function ageBeats(db: Pool, systemId: string, ageS: number): Promise<void> {
  await db.query('UPDATE worker_beat SET beat_at = now() - make_interval(secs => $1)', [ageS]);
  await tellMaps(db, systemId);
}

/** Open maps would learn of it with the next beat of their stream; a spec need not wait for it. */
async function tellMaps(db: Pool, systemId: string): Promise<void> {
  await db.query('SELECT pg_notify($1, $2)', [LIVE_CHANNEL, JSON.stringify({ systemId })]);
}
