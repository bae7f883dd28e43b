import type { HistoryTier } from '@/lib/history/stationSeries';

/** What a frame of the past says of itself, beside what every frame says. */
export interface PastFacts {
  /** The instant that is shown, epoch seconds, a whole minute. */
  at: number;
  tier: HistoryTier;
  /** Nobody looked around that instant: shown is the last that was known before it. */
  isUnobserved: boolean;
  /** When the thresholds that judge it were saved, epoch seconds; null: the built-in ones. */
  thresholdsSavedAt: number | null;
  /** Equal ids mean equal stations and districts: the base need not be taken again. */
  baseId: string;
}
