import { decidesTarget } from '@/lib/deficit/target';
import type { AppliedThresholds } from '@/lib/settings/thresholdsFor';
import { thresholdsOfDistrict } from '@/lib/settings/thresholdsInForce';
import type { CityView } from './cityView';

/** A rule as people call it. */
export interface NamedRule {
  /** null: the whole city. */
  districtName: string | null;
  /** null: all times. */
  windowName: string | null;
}

/** What station `i` is judged by now, and the rule of each threshold. */
export function thresholdsOfStation({ base, frame }: CityView, i: number): AppliedThresholds {
  return thresholdsOfDistrict(frame.rules, base.stations.districtId[i] ?? null);
}

/**
 * The rule that the target of station `i` comes from: a district's, a time window's, or both.
 *
 * @returns null where the values of the whole city at all times decide, or nothing is judged
 */
export function ruleOfTarget(view: CityView, i: number): NamedRule | null {
  const { base, frame } = view;
  if ((frame.assessment.targetBikes[i] ?? null) === null) return null;
  const { thresholds, sources } = thresholdsOfStation(view, i);
  const source = sources[decidesTarget(base.stations.capacity[i] ?? null, thresholds)];
  if (!source) return null;
  const district = base.districts.find(({ districtId }) => districtId === source.districtId);
  return {
    districtName: source.districtId === null ? null : (district?.name ?? source.districtId),
    windowName: source.windowId === null ? null : (frame.rules.window?.name ?? null),
  };
}
