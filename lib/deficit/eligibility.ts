import { FLAG_INSTALLED, FLAG_RENTING, type StatusColumns } from '@/lib/stations/cityColumns';
import type { UnknownReason } from './assessment';

/**
 * Why the numbers of station `i` cannot be judged, or null where they can: it must be installed,
 * renting, and not have fallen silent (DOMAIN.md, measure 1).
 *
 * Silence is measured against the feed-wide median report, never the clock: when the whole feed
 * lags, every station is as old as the others, and the age of the data is said elsewhere.
 *
 * @param medianReportedAt epoch seconds; null when no station ever reported
 */
export function unknownReasonOf(
  status: Pick<StatusColumns, 'numBikesAvailable' | 'flags' | 'lastReportedAt'>,
  i: number,
  medianReportedAt: number | null,
  staleAfterMin: number,
): UnknownReason | null {
  const flags = status.flags[i] ?? null;
  if (flags === null || (status.numBikesAvailable[i] ?? null) === null) return 'noStatus';
  if (!(flags & FLAG_INSTALLED)) return 'notInstalled';
  if (!(flags & FLAG_RENTING)) return 'notRenting';
  const reportedAt = status.lastReportedAt[i] ?? null;
  if (reportedAt === null) return 'neverReported';
  const behindS = (medianReportedAt ?? reportedAt) - reportedAt;
  return behindS > staleAfterMin * 60 ? 'stale' : null;
}
