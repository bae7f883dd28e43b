import type { Thresholds } from './settingValues';

/**
 * Thresholds that may differ by place and time: all that describe a station and the walk from it.
 * How old a report may be is a property of the feed, and holds everywhere.
 */
export const OVERRIDABLE = [
  'minBikes',
  'targetRatio',
  'emptyBikes',
  'criticalShare',
  'walkRadiusM',
  'coverMinBikes',
  'coverMinVehicles',
] as const satisfies readonly (keyof Thresholds)[];
export type OverridableName = (typeof OVERRIDABLE)[number];
