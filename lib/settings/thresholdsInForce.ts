import type { CityDistrict } from '@/lib/stations/cityColumns';
import type { Settings } from './settings';
import type { Thresholds } from './settingValues';
import { type AppliedThresholds, thresholdsInWindow } from './thresholdsFor';
import type { ThresholdWindow } from './thresholdWindow';

/** What applies where at one time: resolved once for the city and each district, never a station. */
export interface ThresholdsInForce {
  /** The window in force; null outside of all. */
  window: ThresholdWindow | null;
  city: AppliedThresholds;
  /** Districts in which anything differs from the city. */
  districts: Record<string, AppliedThresholds>;
}

/**
 * Resolves the settings for every district at once.
 *
 * @param window in force, by windowAt
 */
export function thresholdsInForce(
  settings: Settings,
  districts: readonly CityDistrict[],
  window: ThresholdWindow | null,
): ThresholdsInForce {
  const parentOf = new Map(districts.map(({ districtId, parentId }) => [districtId, parentId]));
  const ruled = new Set(settings.overrides.flatMap(({ districtId }) => districtId ?? []));
  const inForce: ThresholdsInForce = {
    window,
    city: thresholdsInWindow([], window, settings),
    districts: {},
  };
  for (const { districtId } of districts) {
    const path = districtPath(districtId, parentOf);
    if (!path.some((one) => ruled.has(one))) continue;
    const applied = thresholdsInWindow(path, window, settings);
    const differs = Object.values(applied.sources).some((source) => source.districtId !== null);
    if (differs) inForce.districts[districtId] = applied;
  }
  return inForce;
}

/** A district and what contains it, narrowest first. */
export function districtPath(
  districtId: string,
  parentOf: ReadonlyMap<string, string | null>,
): string[] {
  const path: string[] = [];
  let at: string | null = districtId;
  // Districts come from a file: one that contains itself must not hang us.
  while (at !== null && !path.includes(at)) {
    path.push(at);
    at = parentOf.get(at) ?? null;
  }
  return path;
}

/** What applies in a district; null is outside of all. */
export function thresholdsOfDistrict(
  inForce: ThresholdsInForce,
  districtId: string | null,
): AppliedThresholds {
  const own = districtId !== null && Object.hasOwn(inForce.districts, districtId);
  return own ? inForce.districts[districtId]! : inForce.city;
}

/** The thresholds of each station, in the order of the columns; stations of a district share them. */
export function stationThresholds(
  inForce: ThresholdsInForce,
  districtIds: readonly (string | null)[],
): Thresholds[] {
  return districtIds.map((districtId) => thresholdsOfDistrict(inForce, districtId).thresholds);
}
