import { isDatabaseAway } from '@/lib/errors/databaseErrors';
import type { Log } from '@/lib/log/log';
import type { IngestStore } from '@/lib/stations/ingestStore';
import type { Spool } from './spoolStore';
import { type StoreFetchDeps, storeFetch } from './storeFetch';

export interface DrainDeps extends StoreFetchDeps {
  spool: Pick<Spool, 'drain'>;
  log: Log;
}

/**
 * Stores every fetch that waits on disk, oldest first.
 *
 * @param store of a caller who ingests alone
 * @returns how many were taken from the spool
 * @throws when Postgres is away (again): the rest keeps waiting
 */
export function drainSpool(deps: DrainDeps, store: IngestStore): Promise<number> {
  return deps.spool.drain(async (entry) => {
    try {
      await storeFetch(deps, store, entry, 0);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      // Data that Postgres will never take must not hold up all that came after it.
      deps.log.error(
        { error, startedAt: entry.fetch.startedAt },
        'a spooled fetch is not storable',
      );
    }
  });
}

export interface HistoryDeps extends DrainDeps {
  spool: Pick<Spool, 'drain' | 'isEmpty'>;
  /** Runs with the store while no other worker ingests this system (see withSessionLock). */
  exclusively<T>(use: (store: IngestStore) => Promise<T>): Promise<T>;
}

/**
 * Makes sure that the change log holds all that was fetched: for those who read it for good, such
 * as the archive, right after an outage.
 *
 * @throws LockBusyError while somebody else ingests and fetches still wait; whatever Postgres throws
 */
export async function completeHistory(deps: HistoryDeps): Promise<void> {
  if (await deps.spool.isEmpty()) return;
  await deps.exclusively((store) => drainSpool(deps, store));
}
