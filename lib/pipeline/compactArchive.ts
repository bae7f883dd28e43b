import {
  type ArchivedMonth,
  enterMonth,
  readDueMonths,
  readHoursOfMonth,
} from '@/lib/archive/monthStore';
import type { Database } from '@/lib/db/database';
import { type CompactDeps, compactMonth } from '@/lib/history/compactMonthStore';

export interface CompactArchiveDeps extends CompactDeps {
  db: Database;
  systemId: string;
  nowAt: Date;
  /** Ends the work after the month in hand; what is left is due at the next call. */
  signal?: AbortSignal;
}

/**
 * Makes the compacted file of every finished month that has none, or that got more hours since. A
 * month enters its ledger once its object is durable and was verified, so a call that was cut off is
 * done again by the next one; the hours stay as they are.
 *
 * @throws as compactMonth: the months before the faulty one are done
 */
export async function compactArchive(deps: CompactArchiveDeps): Promise<ArchivedMonth[]> {
  const { db, systemId, nowAt, signal } = deps;
  const made: ArchivedMonth[] = [];
  for (const month of await readDueMonths(db, systemId, nowAt)) {
    if (signal?.aborted) break;
    const hours = await readHoursOfMonth(db, systemId, month);
    const archived = await compactMonth(deps, systemId, month, hours);
    await enterMonth(db, systemId, archived, nowAt);
    made.push(archived);
  }
  return made;
}
