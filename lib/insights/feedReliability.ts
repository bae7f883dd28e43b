import type { Span } from '@/lib/history/stationSeries';

/** How well the feed could be relied on over a period. */
export interface FeedReliability {
  /** Days of the period whose fetches are still kept, oldest first. */
  days: FeedDay[];
  /** What came of all kept fetches of the period, most first. */
  outcomes: FeedOutcome[];
  holes: FeedHoles;
  silent: SilentStations;
}

/** One local day of the status feed. */
export interface FeedDay {
  date: string;
  fetches: number;
  /** Fetches that brought valid data, new or unchanged. */
  good: number;
  /** Seconds that the stations' median report was behind the fetch; null: the feed did not say. */
  lagMedianS: number | null;
  lagP95S: number | null;
}

export interface FeedOutcome {
  source: string;
  outcome: string;
  reason: string | null;
  fetches: number;
}

/** When nobody knew what stood in the street. */
export interface FeedHoles {
  /** Of the period, seconds that lie within the record. */
  recordedS: number;
  missingS: number;
  count: number;
  /** The longest ones, longest first. */
  longest: Span[];
}

/** Stations that last reported more than a day before the median: "zombies". */
export interface SilentStations {
  count: number;
  /** The longest silent ones first; lastReportedAt is null where they never reported. */
  stations: { stationId: string; name: string; lastReportedAt: number | null }[];
}

/** Holes that a page lists. */
const HOLES_LISTED = 5;

/**
 * Adds up holes.
 *
 * @param recorded stretches of the period that were recorded, without overlap
 * @param gaps within them, without overlap
 */
export function holesOf(recorded: readonly Span[], gaps: readonly Span[]): FeedHoles {
  const longest = [...gaps].sort((a, b) => lengthOf(b) - lengthOf(a) || a.fromAt - b.fromAt);
  return {
    recordedS: sumOf(recorded),
    missingS: sumOf(gaps),
    count: gaps.length,
    longest: longest.slice(0, HOLES_LISTED),
  };
}

function lengthOf({ fromAt, toAt }: Span): number {
  return toAt - fromAt;
}

function sumOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + lengthOf(span), 0);
}

/** The status feed over several days. */
export interface FeedTotals {
  fetches: number;
  good: number;
  /** The median of the days' medians, and the worst of their 95th percentiles. */
  lagMedianS: number | null;
  lagP95S: number | null;
}

export function totalsOfDays(days: readonly FeedDay[]): FeedTotals {
  const medians = days.flatMap(({ lagMedianS }) => lagMedianS ?? []).sort((a, b) => a - b);
  const p95s = days.flatMap(({ lagP95S }) => lagP95S ?? []);
  return {
    fetches: days.reduce((sum, { fetches }) => sum + fetches, 0),
    good: days.reduce((sum, { good }) => sum + good, 0),
    lagMedianS: medians[Math.floor((medians.length - 1) / 2)] ?? null,
    lagP95S: p95s.length === 0 ? null : Math.max(...p95s),
  };
}
