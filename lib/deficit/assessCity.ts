import { buildNearbyCounter, type NearbyCounter } from '@/lib/geo/nearbyCounter';
import type { Thresholds } from '@/lib/settings/settingValues';
import type { CityColumns, VehicleColumns } from '@/lib/stations/cityColumns';
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
 * @param thresholds of all stations, or of each one in the order of the columns: resolve them once a
 *   district with stationThresholds, so that stations share them
 * @param neighbours of these very stations, by buildNeighbours
 * @throws when the neighbours, or the thresholds, are of another number of stations
 */
export function assessCity(
  city: Pick<CityColumns, 'stations' | 'status' | 'vehicles' | 'freshness'>,
  thresholds: Thresholds | readonly Thresholds[],
  neighbours: CityNeighbours,
): AssessmentColumns {
  const { lat, lon } = city.stations;
  if (neighbours.positions.length !== lat.length) {
    throw new Error(`neighbours of ${neighbours.positions.length} stations, city of ${lat.length}`);
  }
  const byStation = eachStation(thresholds, lat.length);
  const own = judgeStations(city, byStation);
  const coverMinBikes = byStation.map((one) => one.coverMinBikes);
  const nearest = findNearestWithBikes(neighbours, own.usableBikes, coverMinBikes);
  const vehiclesAround = countersByRadius(city.vehicles);
  const vehicles = lat.map((stationLat, i) =>
    vehiclesAround(byStation[i]!.walkRadiusM)(stationLat, lon[i]!),
  );

  const covered: (0 | 1)[] = [];
  const uncoveredShortage: number[] = [];
  own.severity.forEach((severity, i) => {
    const around = {
      stationWithBikesM: nearest.nearestWithBikesM[i]!,
      vehiclesNear: vehicles[i]!.count,
      nearestVehicleM: vehicles[i]!.nearestM,
    };
    // Nothing is owed to stations that are ok or unknown, so there is nothing to cover.
    const share = severity < OK ? bestSubstituteShare(around, byStation[i]!) : 0;
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

function eachStation(
  thresholds: Thresholds | readonly Thresholds[],
  count: number,
): readonly Thresholds[] {
  if (!isList(thresholds)) return new Array<Thresholds>(count).fill(thresholds);
  if (thresholds.length !== count)
    throw new Error(`thresholds of ${thresholds.length} stations, city of ${count}`);
  return thresholds;
}

function isList(
  thresholds: Thresholds | readonly Thresholds[],
): thresholds is readonly Thresholds[] {
  return Array.isArray(thresholds);
}

/** A counter for each walk that is asked for: there are as many as rules, not as stations. */
function countersByRadius(vehicles: VehicleColumns): (radiusM: number) => NearbyCounter {
  const counters = new Map<number, NearbyCounter>();
  return (radiusM) => {
    const known = counters.get(radiusM);
    const counter = known ?? buildNearbyCounter(vehicles, radiusM);
    if (!known) counters.set(radiusM, counter);
    return counter;
  };
}
