/** The tables of the insights that leave as files. */
export const INSIGHT_TABLES = [
  'stations',
  'districts',
  'weeks',
  'week-hours',
  'kind-hours',
  'feed-days',
  'feed-outcomes',
  'feed-holes',
  'silent-stations',
] as const;

export type InsightTable = (typeof INSIGHT_TABLES)[number];
