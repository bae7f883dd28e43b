import type { Thresholds } from '@/lib/settings/settingValues';

/** Products such as 0.07 x 100 land a hair above the whole number that is meant. */
export const ROUNDING_SLACK = 1e-9;

/**
 * Bikes a station should hold: max(minimum, ratio x capacity), rounded up, never more than it can
 * hold (DOMAIN.md, measure 3). A relay of no docks is owed none.
 *
 * @param capacity docks; null where the feed does not say: then the minimum alone decides
 */
export function targetBikesOf(
  capacity: number | null,
  { minBikes, targetRatio }: Pick<Thresholds, 'minBikes' | 'targetRatio'>,
): number {
  if (capacity === null) return minBikes;
  const share = Math.ceil(targetRatio * capacity - ROUNDING_SLACK);
  return Math.min(Math.max(minBikes, share), capacity);
}

/** Bikes people can take: those shown less those that never leave, 0 or more (measure 2). */
export function usableBikesOf(numBikesAvailable: number, phantomBikes: number): number {
  return Math.max(0, numBikesAvailable - phantomBikes);
}

/** Which threshold a target comes from: the minimum, unless the share of the docks is more. */
export function decidesTarget(
  capacity: number | null,
  { minBikes, targetRatio }: Pick<Thresholds, 'minBikes' | 'targetRatio'>,
): 'minBikes' | 'targetRatio' {
  const share = capacity === null ? 0 : Math.ceil(targetRatio * capacity - ROUNDING_SLACK);
  return share > minBikes ? 'targetRatio' : 'minBikes';
}
