import type { FeedClient } from '@/lib/gbfs/feedClient';
import type { IngestStore, StoredSnapshot } from '@/lib/stations/ingestStore';
import { retryAt } from './backOff';
import type { SpooledFetch } from './spoolStore';

export interface StoreFetchDeps {
  feed: Pick<FeedClient, 'forgetValidators'>;
}

/** What became of a status fetch. */
export type StoredFetch =
  | { outcome: 'stored'; statusVersion: number; written: number; changed: number; orphans: number }
  | { outcome: 'present' | 'unchanged' }
  | { outcome: 'refused' | 'failed'; reason: string | null };

/**
 * Stores one status fetch, whatever came of it, fresh from the feed or from the spool.
 *
 * @param failuresBefore consecutive failures before this fetch
 */
export async function storeFetch(
  deps: StoreFetchDeps,
  store: IngestStore,
  { outcome, fetch, snapshot }: SpooledFetch,
  failuresBefore: number,
): Promise<StoredFetch> {
  if (outcome === 'fetched' && snapshot) {
    const stored = await store.storeSnapshot(snapshot, fetch);
    if (stored.outcome === 'older') return refuseOlder(deps, store, fetch, stored);
    return stored.outcome === 'overtaken' ? refuseOvertaken(store, fetch) : stored;
  }
  if (outcome === 'unchanged' || outcome === 'fetched') {
    await store.recordFetch(fetch, 'unchanged', null);
    return { outcome: 'unchanged' };
  }
  const failedAt = new Date(fetch.startedAt.getTime() + fetch.durationMs);
  await store.recordFetch(fetch, outcome, retryAt(failuresBefore + 1, failedAt));
  return { outcome, reason: fetch.reason };
}

/** A mirror that lags, not a server in trouble: the next tick asks again. */
async function refuseOlder(
  { feed }: StoreFetchDeps,
  store: IngestStore,
  fetch: SpooledFetch['fetch'],
  { behindS }: Extract<StoredSnapshot, { outcome: 'older' }>,
): Promise<StoredFetch> {
  feed.forgetValidators();
  const refused = {
    ...fetch,
    reason: 'wentBack',
    message: `The answer is ${behindS} s older than what is stored`,
    anomalies: [...fetch.anomalies, { kind: 'wentBack' as const, count: behindS }],
  };
  await store.recordFetch(refused, 'refused', null);
  return { outcome: 'refused', reason: 'wentBack' };
}

/** Two workers asked and the later answer was stored first: no fault of the feed's. */
async function refuseOvertaken(
  store: IngestStore,
  fetch: SpooledFetch['fetch'],
): Promise<StoredFetch> {
  const reason = 'overtaken';
  const message = 'A later answer was stored before this one';
  await store.recordFetch({ ...fetch, reason, message, anomalies: [] }, 'refused', null);
  return { outcome: 'refused', reason };
}
