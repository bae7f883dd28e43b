import type { StationPast } from '@/lib/pipeline/stationPast';
import type { TimeSpan } from '../charts/series';
import type { DayTotals } from '../map/station/stationDay';
import type { SpanName } from './shownSpan';

/**
 * What the station page is told of a span: the rows that drawing it needs (see thinSeries), and what
 * all of them add up to.
 */
export interface ShownPast extends StationPast {
  /** The span ends at the present. */
  endsNow: boolean;
  /** Since when the station has been silent; null: it reports, or the span ends before. */
  silentSinceAt: number | null;
  /** Of all rows, also of those that were left out. */
  totals: DayTotals;
}

/** What a page brings along of it, and by which wish. */
export interface BroughtPast {
  shown: SpanName | TimeSpan;
  past: ShownPast;
}
