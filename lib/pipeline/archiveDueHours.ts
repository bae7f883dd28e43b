import {
  type ArchivedHour,
  type ArchiveStore,
  createArchiveStore,
} from '@/lib/archive/archiveStore';
import { type HourState, isReconstructed } from '@/lib/archive/hourState';
import { ObjectConflictError, type ObjectStore } from '@/lib/archive/objectStore';
import type { Database } from '@/lib/db/database';
import { putHour } from './putHour';

export interface ArchiveDeps {
  db: Database;
  store: ObjectStore;
  systemId: string;
  nowAt: Date;
  /** Ends the work after the hour in hand; what is left is due at the next call. */
  signal?: AbortSignal;
}

export interface ArchiveResult {
  /** In order, oldest first. */
  written: ArchivedHour[];
  /** Hours whose object was there and only had to be entered in the ledger. */
  present: number;
}

/**
 * Writes every hour that is missing from the archive, up to the one just begun: one object an
 * hour with the state at its first instant. Hours are taken in order; an hour enters the ledger
 * once its object is durable, so a call that was cut off is finished by the next one, and two
 * calls at once write each hour once.
 *
 * @throws ObjectStoreError or the database's error when either does not answer: nothing is lost,
 *   the next call goes on from there
 * @throws AggregateError of ObjectConflictErrors, after all other hours, when keys of the archive
 *   are taken by something else
 */
export async function archiveDueHours(deps: ArchiveDeps): Promise<ArchiveResult> {
  const { db, store, systemId, nowAt, signal } = deps;
  const archive = createArchiveStore(db);
  const result: ArchiveResult = { written: [], present: 0 };
  const conflicts: ObjectConflictError[] = [];

  for (const hour of await archive.dueHours(systemId, nowAt)) {
    if (signal?.aborted) break;
    try {
      const { archived, isNew } = await putHour(store, systemId, hour, () =>
        takeState(archive, deps, hour),
      );
      const entered = await archive.enter(systemId, archived, nowAt);
      if (isNew && entered) result.written.push(archived);
      else result.present += 1;
    } catch (error) {
      if (!(error instanceof ObjectConflictError)) throw error;
      conflicts.push(error);
    }
  }

  if (conflicts.length > 0) {
    throw new AggregateError(conflicts, conflicts.map(({ message }) => message).join('\n'));
  }
  return result;
}

async function takeState(
  archive: ArchiveStore,
  { systemId, nowAt }: ArchiveDeps,
  hour: Date,
): Promise<HourState> {
  const { snapshotFetchedAt, stations } = await archive.stateAt(systemId, hour);
  const reconstructed = isReconstructed(hour, snapshotFetchedAt, nowAt);
  return { systemId, hour, reconstructed, snapshotFetchedAt, stations };
}
