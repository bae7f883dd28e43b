/**
 * How much less people use a bike for each metre they have to walk to it, on Vélib'
 * (Kabra, Belavina, Girotra, "Bike-Share Systems: Accessibility and Availability").
 */
const USE_LOST_PER_M = 0.00194;

/** What stands around a short station. */
export interface Surroundings {
  /** To the nearest other station with enough usable bikes; null: none. */
  stationWithBikesM: number | null;
  /** Own vehicles within the walk. */
  vehiclesNear: number;
  /** To the nearest of them; null: none. */
  nearestVehicleM: number | null;
}

/**
 * The share of a station's riders that the best substitute within the walk serves, 0..1
 * (DOMAIN.md, measure 6): exp(-0.00194 d) where a bike or vehicle stands, else 0. What stands
 * there now counts as being there: the forecast will bring a probability.
 */
export function bestSubstituteShare(
  around: Surroundings,
  limits: { walkRadiusM: number; coverMinVehicles: number },
): number {
  const { stationWithBikesM, vehiclesNear, nearestVehicleM } = around;
  const station =
    stationWithBikesM !== null && stationWithBikesM <= limits.walkRadiusM
      ? shareAfterWalk(stationWithBikesM)
      : 0;
  const vehicle =
    nearestVehicleM !== null && vehiclesNear >= limits.coverMinVehicles
      ? shareAfterWalk(nearestVehicleM)
      : 0;
  return Math.max(station, vehicle);
}

/** The shortage that no substitute serves, bikes, to a tenth; never more than the shortage. */
export function uncoveredShortageOf(shortage: number, substituteShare: number): number {
  return Math.round(shortage * (1 - substituteShare) * 10) / 10;
}

/** The share of riders who walk so far to another bike, 0..1. @param walkM metres, 0 or more */
export function shareAfterWalk(walkM: number): number {
  return Math.exp(-USE_LOST_PER_M * walkM);
}
