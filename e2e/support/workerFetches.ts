import { expect } from '@playwright/test';
import type { Pool } from 'pg';
import type { Producer } from '@/jobs/runtime/producer';

/** What came of a fetch, as the worker wrote it down. */
export interface FetchRow {
  outcome: string;
  reason: string | null;
}

const JOB = { status: 'fetch-availability', stations: 'fetch-stations' } as const;
export type FetchedFeed = keyof typeof JOB;

/**
 * Has the worker fetch now, and waits until it has. Any fetch that began after the call counts,
 * whoever asked for it.
 */
export async function fetchNow(
  db: Pool,
  producer: Producer,
  systemId: string,
  feed: FetchedFeed,
): Promise<FetchRow> {
  const askedAt = await databaseNow(db);
  const found = () => fetchSince(db, systemId, feed, askedAt);
  // A worker that is fetching already answers "busy" to whoever asks meanwhile: ask again.
  await expect(async () => {
    if (await found()) return;
    await producer.runNow(JOB[feed]);
    await expect.poll(found, { intervals: [50, 100, 200], timeout: 8_000 }).toBeTruthy();
  }).toPass({ intervals: [100], timeout: 30_000 });
  return (await found())!;
}

async function fetchSince(
  db: Pool,
  systemId: string,
  feed: FetchedFeed,
  askedAt: Date,
): Promise<FetchRow | undefined> {
  const { rows } = await db.query<FetchRow>(
    `SELECT outcome, reason FROM feed_fetch
      WHERE system_id = $1 AND feed = $2 AND started_at >= $3 ORDER BY id LIMIT 1`,
    [systemId, feed, askedAt],
  );
  return rows[0];
}

/** The database's clock is the one that its rows are compared with. */
async function databaseNow(db: Pool): Promise<Date> {
  const { rows } = await db.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return rows[0]!.now;
}
