import type { AlertCity, AlertStation } from '@/lib/alerts/alertCity';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import type { CityView } from './cityView';

/** The judged city as rules look at it. */
export function alertCityOf({ base, frame }: CityView): AlertCity {
  const { checkedAt, medianReportedAt } = frame.freshness;
  const lineages = lineagesOf(base.districts);
  const stations = base.stations.stationId.map((stationId, i): AlertStation => {
    const lineage = lineages.get(base.stations.districtId[i] ?? '') ?? [];
    return {
      stationId,
      name: base.stations.name[i]!,
      districtIds: lineage.map(({ districtId }) => districtId),
      districtName: lineage.at(-1)?.name ?? null,
      severity: SEVERITIES[frame.assessment.severity[i]!]!,
      isCovered: frame.assessment.covered[i] === 1,
      usableBikes: frame.assessment.usableBikes[i] ?? null,
    };
  });
  return {
    confirmedAt: instantOf(checkedAt),
    medianReportedAt: instantOf(medianReportedAt),
    timezone: base.timezone,
    stations,
  };
}

/** Each district with all that contain it, the smallest first. */
function lineagesOf(districts: readonly CityDistrict[]): Map<string, CityDistrict[]> {
  const byId = new Map(districts.map((district) => [district.districtId, district]));
  return new Map(districts.map((district) => [district.districtId, lineageOf(district, byId)]));
}

function lineageOf(
  district: CityDistrict,
  byId: ReadonlyMap<string, CityDistrict>,
): CityDistrict[] {
  const lineage = [district];
  for (;;) {
    const parent = byId.get(lineage.at(-1)!.parentId ?? '');
    // A file that names a district its own ancestor must not keep anybody waiting.
    if (!parent || lineage.includes(parent)) return lineage;
    lineage.push(parent);
  }
}

function instantOf(epochS: number | null): Date | null {
  return epochS === null ? null : new Date(Math.round(epochS * 1_000));
}
