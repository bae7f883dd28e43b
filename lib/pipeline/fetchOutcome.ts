import type { FeedFetch } from '@/lib/gbfs/feedFetch';
import type { FetchOutcome, FetchRecord } from '@/lib/stations/fetchRecord';

/** A report as the database keeps it, and when the answer was complete. */
export interface RecordedFetch {
  record: FetchRecord;
  /** What to record when there is nothing to store. */
  outcome: Exclude<FetchOutcome, 'stored'>;
  fetchedAt: Date;
}

export function toRecord({ report }: FeedFetch<unknown>): RecordedFetch {
  const { url: _, outcome, ...record } = report;
  const fetchedAt = new Date(record.startedAt.getTime() + record.durationMs);
  // A fetch whose answer is stored is recorded by its store; without a value it told no news.
  return { record, outcome: outcome === 'fetched' ? 'unchanged' : outcome, fetchedAt };
}
