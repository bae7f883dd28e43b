import type { Anomaly } from './cityColumns';
import type { FeedSource } from './snapshot';

export type FeedName = 'status' | 'stations' | 'vehicles' | 'districts' | 'system';

/** What came of one fetch of one feed, as the table feed_fetch keeps it. */
export interface FetchRecord {
  feed: FeedName;
  source: FeedSource;
  startedAt: Date;
  durationMs: number;
  /** null when no answer came at all. */
  httpStatus: number | null;
  bytes: number;
  attempts: number;
  /** A code; null when nothing is wrong. */
  reason: string | null;
  /** The reason in words, for people. */
  message: string | null;
  stationsSeen: number;
  /** Entries left out, by reason. */
  skipped: Record<string, number>;
  anomalies: Anomaly[];
  lastUpdatedAt: Date | null;
  medianReportedAt: Date | null;
  feedLagS: number | null;
}

export type FetchOutcome = 'stored' | 'unchanged' | 'refused' | 'failed';
