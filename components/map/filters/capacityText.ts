import type { CapacityRange } from './mapFilters';

/** More docks than any station has: what is typed beyond it is a slip. */
export const MOST_DOCKS = 999;

/** "20-40", "20-" or "-40", as the address has it. */
export function capacityToText({ min, max }: CapacityRange): string {
  return `${min ?? ''}-${max ?? ''}`;
}

/** The range that `capacityToText` wrote; null for anything else. */
export function textToCapacity(text: string): CapacityRange | null {
  const found = /^(\d{0,3})-(\d{0,3})$/.exec(text);
  if (!found) return null;
  return rangeOf(docksOf(found[1]!), docksOf(found[2]!));
}

/**
 * A number of docks as people type it.
 *
 * @returns null where nothing is typed, NaN where it is not a whole number from 0 to MOST_DOCKS
 */
export function docksOf(text: string): number | null {
  const typed = text.trim();
  if (typed === '') return null;
  return /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
}

/** Both ends as one range; null where neither is given. */
export function rangeOf(min: number | null, max: number | null): CapacityRange | null {
  return min === null && max === null ? null : { min, max };
}
