import type { WindowDraft } from '@/lib/settings/settingsDraft';
import type { RuleScope } from '@/lib/settings/thresholdOverride';
import type { CityDistrict } from '@/lib/stations/cityColumns';

/** What places and times are called: those of the city and of the versions at hand. */
export interface RuleNames {
  districts: ReadonlyMap<string, CityDistrict>;
  /** By id, the name in the form or in the newest version that has the window. */
  windows: ReadonlyMap<string, string>;
}

/** Gathers the names; of windows that several versions know the first given counts. */
export function ruleNames(
  districts: readonly CityDistrict[],
  windows: readonly Pick<WindowDraft, 'windowId' | 'name'>[],
): RuleNames {
  return {
    districts: new Map(districts.map((district) => [district.districtId, district])),
    windows: new Map(windows.toReversed().map(({ windowId, name }) => [windowId, name])),
  };
}

/** A place and a time as two names; null is the whole city, or all times. */
export function scopeNames({ districtId, windowId }: RuleScope, names: RuleNames) {
  return {
    district: districtId === null ? null : (names.districts.get(districtId)?.name ?? districtId),
    window: windowId === null ? null : names.windows.get(windowId)?.trim() || windowId,
  };
}
