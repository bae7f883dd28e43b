import type { StatusColumns } from '@/lib/stations/cityColumns';
import type { ChunkChanges, PastChunk } from './pastChunk';
import type { PastMoment } from './pastFrame';
import { rulesAt } from './rulesSpan';

/** Plays a chunk. Forward it applies only what changed since the moment before. */
export interface ChunkReplay {
  chunk: PastChunk;
  /** @param at epoch seconds within the chunk */
  momentAt(at: number): PastMoment;
}

const COUNTS = [
  'numBikesAvailable',
  'numMechanicalAvailable',
  'numEbikesAvailable',
  'numDocksAvailable',
  'flags',
  'lastReportedAt',
] as const;

/** A chunk that can be asked for any of its moments, in any order. */
export function createReplay(chunk: PastChunk): ChunkReplay {
  let held = { at: chunk.fromAt, next: 0, status: chunk.opening };

  function statusAt(at: number): StatusColumns {
    const from = at < held.at ? { next: 0, status: chunk.opening } : held;
    const end = firstAfter(chunk.changes.at, at, from.next);
    const status =
      end === from.next ? from.status : applied(from.status, chunk.changes, from.next, end);
    held = { at, next: end, status };
    return status;
  }

  return {
    chunk,
    momentAt(at) {
      const look = firstAfter(chunk.looks.at, at, 0) - 1;
      return {
        at,
        tier: chunk.tier,
        fetchedAt: chunk.looks.at[look] ?? chunk.openingFetchedAt,
        isUnobserved: chunk.unobserved.some(({ fromAt, toAt }) => fromAt < at && at < toAt),
        medianReportedAt: chunk.looks.medianReportedAt[look] ?? null,
        status: statusAt(at),
        rules: rulesAt(chunk.rules, at),
      };
    },
  };
}

/** Columns that nothing else writes to, so that what was drawn from the old ones stays true. */
function applied(
  before: StatusColumns,
  changes: ChunkChanges,
  begin: number,
  end: number,
): StatusColumns {
  const status = { ...before };
  for (const name of COUNTS) {
    const column: (number | null)[] = before[name].slice();
    for (let i = begin; i < end; i += 1) column[changes.station[i]!] = changes[name][i] ?? null;
    status[name] = column;
  }
  return status;
}

/** The first index, from `begin` on, whose time is after an instant. */
function firstAfter(times: readonly number[], at: number, begin: number): number {
  let low = begin;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
