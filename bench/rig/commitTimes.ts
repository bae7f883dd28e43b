import pg from 'pg';
import { LIVE_CHANNEL } from '@/lib/stations/liveChannel';

/** When each version of the status was heard of as committed, epoch milliseconds. */
export interface CommitTimes {
  atMs(statusVersion: number): number | undefined;
  close(): Promise<void>;
}

/** Listens where the web process listens too. */
export async function listenForCommits(databaseUrl: string): Promise<CommitTimes> {
  const heardAtMs = new Map<number, number>();
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('notification', ({ payload }) => {
    const { statusVersion } = JSON.parse(payload ?? '{}') as { statusVersion?: number };
    if (statusVersion !== undefined) heardAtMs.set(statusVersion, Date.now());
  });
  await client.connect();
  await client.query(`LISTEN ${client.escapeIdentifier(LIVE_CHANNEL)}`);
  return {
    atMs: (statusVersion) => heardAtMs.get(statusVersion),
    close: () => client.end(),
  };
}
