import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from './cityColumns';
import type { ServiceChangeKind, StationOccurrence } from './stationHistory';

const SERVING = FLAG_INSTALLED | FLAG_RENTING;

/** A row of the change log whose flags differ from the row before. */
export interface FlagChange {
  /** Epoch seconds. */
  at: number;
  before: number;
  after: number;
}

/** Whether people can take a bike: the station is installed and rents. */
export function isServing(flags: number): boolean {
  return (flags & SERVING) === SERVING;
}

/**
 * What changes of flags mean to people, in the same order. Returns are told only where rentals went
 * on: the feed of Paris always flips both.
 */
export function serviceChanges(changes: readonly FlagChange[]): StationOccurrence[] {
  return changes.flatMap(({ at, before, after }) => {
    const kind = kindOf(before, after);
    return kind ? [{ at, kind, before: null, after: null }] : [];
  });
}

function kindOf(before: number, after: number): ServiceChangeKind | null {
  if (isServing(before) !== isServing(after)) return isServing(after) ? 'opened' : 'closed';
  const returned = (before & FLAG_RETURNING) !== 0;
  const returns = (after & FLAG_RETURNING) !== 0;
  if (!isServing(after) || returned === returns) return null;
  return returns ? 'returnsResumed' : 'returnsStopped';
}
