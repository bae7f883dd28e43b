import type { LocalTime } from '@/lib/units/localTime';
import { OVERRIDABLE, type OverridableName } from './overridable';
import type { Settings } from './settings';
import type { Thresholds } from './settingValues';
import type { RuleScope } from './thresholdOverride';
import type { ThresholdWindow } from './thresholdWindow';
import { windowAt } from './windowAt';

/** The thresholds of one place at one time, and which rule each of them comes from. */
export interface AppliedThresholds {
  thresholds: Thresholds;
  /** Missing: the value of the whole city at all times. */
  sources: Partial<Record<OverridableName, RuleScope>>;
}

type Rules = Pick<Settings, 'windows' | 'overrides'> & Thresholds;

/**
 * The one rule of precedence, for each threshold on its own: the narrowest district that says
 * something counts; in the same district what is said for the window in force counts before what
 * is said for all times. So a quartier at all times outweighs its arrondissement's morning rush.
 * What no rule says comes from the whole city.
 *
 * @param districtPath the station's districts, narrowest first; empty outside of all
 * @param at the city's clock
 */
export function thresholdsFor(
  districtPath: readonly string[],
  at: LocalTime,
  settings: Rules,
): AppliedThresholds {
  return thresholdsInWindow(districtPath, windowAt(settings.windows, at), settings);
}

/** As thresholdsFor, for a window that is known; null is outside of all. */
export function thresholdsInWindow(
  districtPath: readonly string[],
  window: Pick<ThresholdWindow, 'windowId'> | null,
  settings: Rules,
): AppliedThresholds {
  const applied: AppliedThresholds = { thresholds: cityThresholds(settings), sources: {} };
  // Widest first, so that each narrower rule replaces what it says.
  for (const districtId of [null, ...districtPath.toReversed()]) {
    for (const windowId of window ? [null, window.windowId] : [null]) {
      const rule = settings.overrides.find(
        (one) => one.districtId === districtId && one.windowId === windowId,
      );
      for (const name of OVERRIDABLE) {
        const value = rule?.values[name];
        if (value === undefined) continue;
        applied.thresholds[name] = value;
        applied.sources[name] = { districtId, windowId };
      }
    }
  }
  return applied;
}

function cityThresholds(settings: Thresholds): Thresholds {
  const { minBikes, targetRatio, emptyBikes, criticalShare, staleAfterMin } = settings;
  const { walkRadiusM, coverMinBikes, coverMinVehicles } = settings;
  return {
    ...{ minBikes, targetRatio, emptyBikes, criticalShare, staleAfterMin },
    ...{ walkRadiusM, coverMinBikes, coverMinVehicles },
  };
}
