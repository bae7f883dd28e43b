import { buildNearbyCounter } from '@/lib/geo/nearbyCounter';
import type { Thresholds } from '@/lib/settings/settings';
import type { CityColumns } from '@/lib/stations/cityColumns';
import { type AssessmentColumns, SEVERITIES } from './assessment';
import { bestSubstituteShare, uncoveredShortageOf } from './cover';
import { judgeStations } from './judgeStations';
import { findNearestWithBikes } from './nearestWithBikes';
import type { CityNeighbours } from './neighbours';
import { rankStations } from './rank';

const OK = SEVERITIES.indexOf('ok');

/**
 * Judges a whole city by the admin's thresholds (DOMAIN.md, measures 1 to 3 and 6).
 *
 * A pure function of the join: no clock, and no order of the stations changes what is said of one.
 *
 * @param neighbours of these very stations, by buildNeighbours
 * @throws when the neighbours are of another number of stations
 */
export function assessCity(
  city: Pick<CityColumns, 'stations' | 'status' | 'vehicles' | 'freshness'>,
  thresholds: Thresholds,
  neighbours: CityNeighbours,
): AssessmentColumns {
  const { lat, lon } = city.stations;
  if (neighbours.positions.length !== lat.length) {
    throw new Error(`neighbours of ${neighbours.positions.length} stations, city of ${lat.length}`);
  }
  const own = judgeStations(city, thresholds);
  const nearest = findNearestWithBikes(neighbours, own.usableBikes, thresholds.coverMinBikes);
  const vehiclesAround = buildNearbyCounter(city.vehicles, thresholds.walkRadiusM);
  const vehicles = lat.map((stationLat, i) => vehiclesAround(stationLat, lon[i]!));

  const covered: (0 | 1)[] = [];
  const uncoveredShortage: number[] = [];
  own.severity.forEach((severity, i) => {
    const around = {
      stationWithBikesM: nearest.nearestWithBikesM[i]!,
      vehiclesNear: vehicles[i]!.count,
      nearestVehicleM: vehicles[i]!.nearestM,
    };
    // Nothing is owed to stations that are ok or unknown, so there is nothing to cover.
    const share = severity < OK ? bestSubstituteShare(around, thresholds) : 0;
    covered.push(share > 0 ? 1 : 0);
    uncoveredShortage.push(uncoveredShortageOf(own.shortage[i]!, share));
  });

  const assessed = {
    ...own,
    ...nearest,
    covered,
    uncoveredShortage,
    vehiclesNear: vehicles.map(({ count }) => count),
  };
  return { ...assessed, rank: rankStations(assessed, neighbours.idOrder) };
}
