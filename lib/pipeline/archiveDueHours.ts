import { archiveKey } from '@/lib/archive/archiveKey';
import {
  type ArchivedHour,
  type ArchiveStore,
  createArchiveStore,
} from '@/lib/archive/archiveStore';
import { decodeHour, encodeHour } from '@/lib/archive/hourParquet';
import { type HourState, isReconstructed } from '@/lib/archive/hourState';
import { ObjectConflictError, type ObjectStore, sha256Hex } from '@/lib/archive/objectStore';
import type { Database } from '@/lib/db/database';

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
      const found = await findArchived(store, systemId, hour);
      const { archived, isNew } = found
        ? { archived: found, isNew: false }
        : await writeHour(archive, deps, hour);
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

/**
 * An object whose ledger entry was cut off. It counts as it is, though it might be made a little
 * differently today: whoever read it has read the truth of the archive.
 */
async function findArchived(
  store: ObjectStore,
  systemId: string,
  hour: Date,
): Promise<ArchivedHour | null> {
  const key = archiveKey(systemId, hour);
  const bytes = await store.get(key);
  if (!bytes) return null;
  const state = await decodeHour(bytes).catch((error: unknown) => {
    throw new ObjectConflictError(store.location, key, `${bytes.length} bytes, ${String(error)}`);
  });
  if (state.systemId !== systemId || state.hour.getTime() !== hour.getTime()) {
    const described = `the hour ${state.hour.toISOString()} of ${state.systemId}`;
    throw new ObjectConflictError(store.location, key, described);
  }
  return describe(key, state, bytes);
}

async function writeHour(
  archive: ArchiveStore,
  { store, systemId, nowAt }: ArchiveDeps,
  hour: Date,
): Promise<{ archived: ArchivedHour; isNew: boolean }> {
  const { snapshotFetchedAt, stations } = await archive.stateAt(systemId, hour);
  const reconstructed = isReconstructed(hour, snapshotFetchedAt, nowAt);
  const state: HourState = { systemId, hour, reconstructed, snapshotFetchedAt, stations };
  const bytes = encodeHour(state);
  const key = archiveKey(systemId, hour);
  try {
    const outcome = await store.putIfAbsent(key, bytes, { reconstructed: String(reconstructed) });
    return { archived: describe(key, state, bytes), isNew: outcome === 'written' };
  } catch (error) {
    // Another worker was faster and saw later reports: its object is as good, and it was first.
    const found =
      error instanceof ObjectConflictError ? await findArchived(store, systemId, hour) : null;
    if (found) return { archived: found, isNew: false };
    throw error;
  }
}

function describe(key: string, state: HourState, bytes: Uint8Array): ArchivedHour {
  return {
    hour: state.hour,
    key,
    rows: state.stations.length,
    bytes: bytes.length,
    sha256: sha256Hex(bytes),
    reconstructed: state.reconstructed,
  };
}
