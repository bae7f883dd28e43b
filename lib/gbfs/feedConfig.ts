import type { VehicleKind } from '@/lib/stations/station';

/** Where the feeds are and how patient the client is. */
export interface FeedConfig {
  /** The GBFS discovery file (gbfs.json) of the public bikes. */
  feedUrl: string;
  /** An Explore v2.1 site or API base that carries the same stations; null: no fallback. */
  fallbackUrl: string | null;
  /** The discovery file of the own fleet; null: none. */
  vehicleFeedUrl: string | null;
  /** What a vehicle is where its feed does not say. */
  vehicleKind: VehicleKind;
  /** GeoJSON URLs or files, coarse level first. */
  districtUrls: readonly string[];
  /** For one request, headers and body together, milliseconds. */
  timeLimitMs: number;
  /** A body's largest size after decompression, bytes. */
  maxBytes: number;
  /** The share of bad entries, 0..1, above which an answer is refused. */
  maxBadShare: number;
  /** For one fetch with all its retries and the fallback, milliseconds. */
  retryBudgetMs: number;
  /** Requests for one address in one fetch, 1 or more. */
  maxAttempts: number;
}

/** Inside a minute, with room to store what came. */
export const defaultFeedLimits = {
  timeLimitMs: 10_000,
  maxBytes: 20 * 1024 * 1024,
  maxBadShare: 0.2,
  retryBudgetMs: 40_000,
  maxAttempts: 4,
} as const satisfies Partial<FeedConfig>;
