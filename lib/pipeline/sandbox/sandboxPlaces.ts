import { districtPath } from '@/lib/settings/thresholdsInForce';
import type { CityDistrict, StationColumns } from '@/lib/stations/cityColumns';
import type { StationPlace } from './sandboxStations';

/** Where stations are, and what their districts are called. */
export interface SandboxPlaces {
  /** The smallest district of a station; null outside of all, and where nobody described it. */
  districtOf(stationId: string): string | null;
  /** Its name, with the district people know: the widest. */
  placeOf(stationId: string): StationPlace;
}

/** @param described stations at several times; what is said last counts */
export function sandboxPlaces(
  districts: readonly CityDistrict[],
  described: readonly StationColumns[],
): SandboxPlaces {
  const parentOf = new Map(districts.map(({ districtId, parentId }) => [districtId, parentId]));
  const known = new Map(
    described.flatMap(({ stationId, name, districtId }) =>
      stationId.map(
        (id, i) => [id, { name: name[i]!, districtId: districtId[i] ?? null }] as const,
      ),
    ),
  );
  return {
    districtOf: (stationId) => known.get(stationId)?.districtId ?? null,
    placeOf(stationId) {
      const { name = stationId, districtId = null } = known.get(stationId) ?? {};
      const widest = districtId === null ? null : districtPath(districtId, parentOf).at(-1);
      return { name, districtId: widest ?? null };
    },
  };
}
