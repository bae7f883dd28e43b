import type { FeedName } from '@/lib/stations/fetchRecord';
import type { FeedSource } from '@/lib/stations/snapshot';

/** What happens during one fetch, noted as it happens; the report is made of it. */
export interface FetchTrace {
  readonly feed: FeedName;
  readonly startedAt: Date;
  source: FeedSource;
  url: string;
  httpStatus: number | null;
  bytes: number;
  attempts: number;
}

export function startTrace(feed: FeedName, source: FeedSource, startedAt: Date): FetchTrace {
  return { feed, startedAt, source, url: '', httpStatus: null, bytes: 0, attempts: 0 };
}
