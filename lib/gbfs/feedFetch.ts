import type { FetchRecord } from '@/lib/stations/fetchRecord';

/**
 * What came of one fetch, whether it brought data or not. `attempts` counts the requests for the
 * feed itself, the fallback's included, discovery not; `bytes` is what they brought, decompressed.
 * `reason` is one of FETCH_REASONS where refused or failed; `message` says it in words or, where a
 * fallback answered, why the first source did not. `skipped` is keyed by SkipReason.
 */
export interface FetchReport extends FetchRecord {
  /** The address that answered or failed last. */
  url: string;
  /** `refused`: an answer came and was not fit; `failed`: no answer came. */
  outcome: 'fetched' | 'unchanged' | 'refused' | 'failed';
}

/** A fetch's report, with the value only where the outcome is `fetched`. */
export interface FeedFetch<T> {
  report: FetchReport;
  value: T | null;
}
