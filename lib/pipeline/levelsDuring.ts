import { targetBikesOf } from '@/lib/deficit/target';
import { thresholdsOfDistrict } from '@/lib/settings/thresholdsInForce';
import type { CapacitySpan } from '@/lib/stations/stationProfile';
import type { RulesSpan } from './rulesSpan';
import { appendLevel, type StationLevel } from './stationLevels';

/**
 * What a station was measured by during a stretch of the past: the rules in force then, with the
 * docks it had then. The present answers stationLevels.
 *
 * @param rules of the stretch, by rulesDuring
 * @param capacities of the same stretch, by capacitiesDuring
 * @param districtId the station's; null: outside of all
 * @returns spans that follow each other without a gap, equal neighbours joined
 */
export function levelsDuring(
  rules: readonly RulesSpan[],
  capacities: readonly CapacitySpan[],
  districtId: string | null,
): StationLevel[] {
  const levels: StationLevel[] = [];
  for (const rule of rules) {
    const { thresholds } = thresholdsOfDistrict(rule.rules, districtId);
    const { emptyBikes, criticalShare } = thresholds;
    for (const { capacity, ...during } of capacities) {
      const fromAt = Math.max(rule.fromAt, during.fromAt);
      const toAt = Math.min(rule.toAt, during.toAt);
      if (toAt <= fromAt) continue;
      const targetBikes = targetBikesOf(capacity, thresholds);
      appendLevel(levels, { fromAt, toAt, targetBikes, emptyBikes, criticalShare });
    }
  }
  return levels;
}
