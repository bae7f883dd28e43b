import { targetBikesOf } from '@/lib/deficit/target';
import type { Settings } from '@/lib/settings/settings';
import { thresholdsInWindow } from '@/lib/settings/thresholdsFor';
import { districtPath } from '@/lib/settings/thresholdsInForce';
import { windowsDuring } from '@/lib/settings/windowsDuring';
import type { StationHistory } from '@/lib/stations/stationHistory';
import type { CityBase } from './cityView';

/** What a station is measured by for as long as it is in force; epoch seconds. */
export interface StationLevel {
  fromAt: number;
  toAt: number;
  /** Bikes it should hold. */
  targetBikes: number;
  /** Of the thresholds in force: see Settings. */
  emptyBikes: number;
  criticalShare: number;
}

/** A station's history with what it is judged by: what its panel asks for. */
export interface JudgedHistory extends StationHistory {
  /** Without a gap, oldest first; none where the feed has no such station any more. */
  levels: StationLevel[];
}

/**
 * What station `i` is measured by during a span: the settings given, window by window, also for
 * hours before they were saved, for the question is how it would have stood under them.
 *
 * @returns spans that follow each other without a gap, equal neighbours joined
 */
export function stationLevels(
  { stations, districts, timezone }: CityBase,
  settings: Settings,
  i: number,
  span: { fromAt: number; toAt: number },
): StationLevel[] {
  const parentOf = new Map(districts.map(({ districtId, parentId }) => [districtId, parentId]));
  const districtId = stations.districtId[i] ?? null;
  const path = districtId === null ? [] : districtPath(districtId, parentOf);
  const levels: StationLevel[] = [];
  for (const { fromAt, toAt, window } of windowsDuring(settings.windows, span, timezone)) {
    const { thresholds } = thresholdsInWindow(path, window, settings);
    const { emptyBikes, criticalShare } = thresholds;
    const targetBikes = targetBikesOf(stations.capacity[i] ?? null, thresholds);
    appendLevel(levels, { fromAt, toAt, targetBikes, emptyBikes, criticalShare });
  }
  return levels;
}

/** Adds what holds from where the last level ends; one that says the same grows instead. */
export function appendLevel(levels: StationLevel[], level: StationLevel): void {
  const last = levels.at(-1);
  if (
    last?.targetBikes === level.targetBikes &&
    last.emptyBikes === level.emptyBikes &&
    last.criticalShare === level.criticalShare
  )
    last.toAt = level.toAt;
  else levels.push({ ...level });
}
