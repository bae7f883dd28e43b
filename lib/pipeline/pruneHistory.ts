import type pg from 'pg';
import { pruneAlerts } from '@/lib/alerts/inboxStore';
import { keepFeedGaps } from '@/lib/history/feedGapStore';
import { readSettings } from '@/lib/settings/settingsStore';
import { dropPartitionsBefore, ensurePartitions } from '@/lib/stations/partitionStore';
import { pruneRunLogs } from '@/lib/stations/runLogStore';
import { type Clock, DAY_MS } from '@/lib/units/clock';

/** An inbox is no archive. */
const ALERTS_KEPT_DAYS = 90;

export interface PrunedHistory {
  made: string[];
  dropped: string[];
  /** Old rows of fetches, runs and beats, and of what people were told. */
  deletedRows: number;
}

/**
 * Makes the change log's coming partitions and drops those past retention. All systems share the
 * log, so the longest retention among them counts.
 */
export async function pruneHistory(pool: pg.Pool, clock: Clock): Promise<PrunedHistory> {
  const nowAt = clock();
  const made = await ensurePartitions(pool, nowAt);
  const retentionDays = await longestRetentionDays(pool);
  const dropped =
    retentionDays === null
      ? []
      : await dropPartitionsBefore(pool, new Date(nowAt.getTime() - retentionDays * DAY_MS));
  const alerts = await pruneAlerts(pool, new Date(nowAt.getTime() - ALERTS_KEPT_DAYS * DAY_MS));
  await keepFeedGaps(pool); // what nobody saw outlives the fetches that went wrong
  return { made, dropped, deletedRows: alerts + (await pruneRunLogs(pool, nowAt)) };
}

/** null while there is no city: nothing is old then. */
async function longestRetentionDays(pool: pg.Pool): Promise<number | null> {
  const { rows } = await pool.query<{ systemId: string }>(
    `SELECT system_id AS "systemId" FROM system`,
  );
  const all = await Promise.all(rows.map(({ systemId }) => readSettings(pool, systemId)));
  return all.length > 0 ? Math.max(...all.map(({ settings }) => settings.retentionDays)) : null;
}
