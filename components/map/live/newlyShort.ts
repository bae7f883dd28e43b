import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';

const CRITICAL = SEVERITIES.indexOf('critical');
const UNKNOWN = SEVERITIES.indexOf('unknown');

/**
 * Stations that became critical or empty between two views, as indexes into `after`.
 *
 * A station that was unknown or absent before is not news: it may have been short all the time.
 * Neither is a change of thresholds, which recolours half the city at once.
 */
export function newlyShort(before: CityView, after: CityView): number[] {
  if (before.frame.marker.settingsVersion !== after.frame.marker.settingsVersion) return [];
  const indexBefore =
    before.base.stations === after.base.stations
      ? (i: number) => i
      : indexById(before.base.stations.stationId, after.base.stations.stationId);
  const was = before.frame.assessment.severity;
  return after.frame.assessment.severity.flatMap((now, i) => {
    if (now > CRITICAL) return [];
    const then = was[indexBefore(i)];
    return then !== undefined && then > CRITICAL && then !== UNKNOWN ? [i] : [];
  });
}

function indexById(before: readonly string[], after: readonly string[]) {
  const byId = new Map(before.map((id, i) => [id, i]));
  return (i: number) => byId.get(after[i]!) ?? -1;
}
