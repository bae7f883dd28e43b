import { archiveKey } from '@/lib/archive/archiveKey';
import type { ArchivedHour } from '@/lib/archive/archiveStore';
import { decodeHour, encodeHour } from '@/lib/archive/hourParquet';
import type { HourState } from '@/lib/archive/hourState';
import { ObjectConflictError, type ObjectStore, sha256Hex } from '@/lib/archive/objectStore';

/** An hour that lies in the archive, for its ledger. */
export interface PutHour {
  archived: ArchivedHour;
  /** false: it was there, from a call whose ledger entry was cut off, or from another worker. */
  isNew: boolean;
}

/**
 * Puts an hour into the archive unless it is there. What is there counts as it is, though it might
 * be made a little differently today: whoever read it has read the truth of the archive.
 *
 * @param takeState asked only where the hour is missing
 * @throws ObjectConflictError when something else lies under the hour's key
 * @throws ObjectStoreError when the archive does not answer; trying again is safe
 */
export async function putHour(
  store: ObjectStore,
  systemId: string,
  hour: Date,
  takeState: () => Promise<HourState>,
): Promise<PutHour> {
  const found = await findArchived(store, systemId, hour);
  return found ? { archived: found, isNew: false } : writeHour(store, await takeState());
}

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

async function writeHour(store: ObjectStore, state: HourState): Promise<PutHour> {
  const { systemId, hour, reconstructed } = state;
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
