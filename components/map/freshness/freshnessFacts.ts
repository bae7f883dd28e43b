import type { CityFreshness } from '@/lib/stations/cityColumns';

/** Data are stale when no source has answered with valid data for longer than this. */
export const STALE_AFTER_S = 180;
/** A worker that gave no sign of life for longer than this is silent. */
export const SILENT_AFTER_S = 60;

export interface FreshnessFacts {
  /** Seconds since a source last answered with valid data; null before the first answer. */
  updatedAgeS: number | null;
  /** Seconds by which the feed's own time was behind when it last answered; null: it does not say. */
  behindS: number | null;
  isStale: boolean;
}

/** @param nowS the server's present, epoch seconds: a wrong clock in the client changes nothing */
export function freshnessFacts(freshness: CityFreshness, nowS: number): FreshnessFacts {
  const { checkedAt, lastUpdatedAt, medianReportedAt } = freshness;
  const feedAt = lastUpdatedAt ?? medianReportedAt;
  // A feed may stamp itself now and still carry old reports: the worker measured that as its lag.
  const lagS = freshness.anomalies.find(({ kind }) => kind === 'lagging')?.count ?? 0;
  const updatedAgeS = checkedAt === null ? null : Math.max(0, nowS - checkedAt);
  return {
    updatedAgeS,
    behindS: checkedAt === null || feedAt === null ? null : Math.max(0, checkedAt - feedAt, lagS),
    isStale: updatedAgeS !== null && updatedAgeS > STALE_AFTER_S,
  };
}
