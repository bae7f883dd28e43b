import type { DistrictFeature } from './mapDistricts';
import type { MappedDetail, SkipReason } from './mapped';

interface DistrictFile {
  value: DistrictFeature[];
  detail: MappedDetail;
}

/**
 * Puts the districts of several files together: an id is kept once, and a parent only where it is
 * there, so that a lone fine level stands on its own.
 */
export function joinDistricts(files: readonly DistrictFile[]): DistrictFile {
  const byId = new Map(files.flatMap((file) => file.value.map((d) => [d.districtId, d] as const)));
  const value = [...byId.values()].map((district) =>
    district.parentId !== null && byId.has(district.parentId)
      ? district
      : { ...district, parentId: null },
  );
  const skipped: MappedDetail['skipped'] = {};
  for (const file of files) {
    for (const [reason, count] of Object.entries(file.detail.skipped)) {
      skipped[reason as SkipReason] = (skipped[reason as SkipReason] ?? 0) + count;
    }
  }
  const detail: MappedDetail = {
    lastUpdatedAt: null,
    ttlS: null,
    medianReportedAt: null,
    stationsSeen: files.reduce((sum, file) => sum + file.detail.stationsSeen, 0),
    skipped,
    anomalies: files.flatMap((file) => file.detail.anomalies),
  };
  return { value, detail };
}
