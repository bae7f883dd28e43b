import { isRawEntry, type RawEntry } from './fields';
import {
  type Mapped,
  type MappedDetail,
  refused,
  type SkipCounts,
  type SkipReason,
} from './mapped';

/** Left out for a reason of ours or of the list's, not because the entry is broken. */
const NOT_BAD: ReadonlySet<SkipReason> = new Set(['duplicate', 'docked', 'unknownCode']);

export interface CollectOptions<T> {
  /** The entry, or why it is left out. */
  mapEntry(raw: RawEntry): T | SkipReason;
  idOf(entry: T): string;
  /** Whether a later entry of the same id is the better one; without it the first stays. */
  isBetter?(candidate: T, kept: T): boolean;
}

export interface Collected<T> {
  entries: T[];
  seen: number;
  skipped: SkipCounts;
  /** Share of broken entries, 0..1. */
  badShare: number;
}

/** Maps a list entry by entry: a bad one is left out and counted, an id is kept once. */
export function collectEntries<T extends object>(
  list: readonly unknown[],
  options: CollectOptions<T>,
): Collected<T> {
  const byId = new Map<string, T>();
  const skipped: SkipCounts = {};
  let bad = 0;
  const skip = (reason: SkipReason) => {
    skipped[reason] = (skipped[reason] ?? 0) + 1;
    if (!NOT_BAD.has(reason)) bad += 1;
  };

  for (const raw of list) {
    const entry = isRawEntry(raw) ? options.mapEntry(raw) : 'notAnObject';
    if (typeof entry === 'string') {
      skip(entry);
      continue;
    }
    const id = options.idOf(entry);
    const kept = byId.get(id);
    if (kept) skip('duplicate');
    if (!kept || options.isBetter?.(entry, kept)) byId.set(id, entry);
  }
  return {
    entries: [...byId.values()],
    seen: list.length,
    skipped,
    badShare: list.length === 0 ? 0 : bad / list.length,
  };
}

/** Refuses a list that is empty, mostly broken, or none of whose entries could be joined. */
export function refuseCollected(
  collected: Collected<unknown>,
  maxBadShare: number,
  detail: Partial<MappedDetail>,
): Mapped<never> | null {
  const { seen, skipped, badShare, entries } = collected;
  const counted = { ...detail, stationsSeen: seen, skipped };
  if (seen === 0) return refused('noStations', 'The list is empty', counted);
  if (badShare > maxBadShare) {
    const words = `${Math.round(badShare * 100)}% of ${seen} entries are bad (${countsInWords(skipped)})`;
    return refused('tooManyBad', words, counted);
  }
  if (entries.length === 0) {
    return refused('nothingJoined', `None of ${seen} entries is a known station`, counted);
  }
  return null;
}

function countsInWords(skipped: SkipCounts): string {
  return Object.entries(skipped)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(', ');
}
