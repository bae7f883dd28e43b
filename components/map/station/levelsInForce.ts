import { targetBikesOf } from '@/lib/deficit/target';
import type { CityView } from '@/lib/pipeline/cityView';
import type { StockLevels } from './stationDay';

/**
 * What the station is measured by during a span: today's rules, also for the hours before they were
 * made, for the question is how the station would stand under them.
 *
 * @returns spans that follow each other without a gap, at least one
 */
export function levelsInForce(
  view: CityView,
  index: number,
  span: { fromAt: number; toAt: number },
): StockLevels[] {
  const { thresholds } = view.frame;
  const targetBikes = targetBikesOf(view.base.stations.capacity[index] ?? null, thresholds);
  return [{ ...span, targetBikes, thresholds }];
}
