import { isCount, isRawEntry, type RawEntry } from './fields';
import type { VehicleTypes } from './mapVehicleTypes';

export interface BikesByType {
  numMechanicalAvailable: number | null;
  numEbikesAvailable: number | null;
}

const unknownTypes: BikesByType = { numMechanicalAvailable: null, numEbikesAvailable: null };

/**
 * How many of a station's bikes are mechanical and how many electric, in whichever dialect says so:
 * Vélib's list of one-key objects, GBFS 2.1's list of vehicle types, or a count of e-bikes.
 *
 * @returns null where a count is none; both null where nothing is said
 */
export function readBikesByType(
  raw: RawEntry,
  numBikesAvailable: number,
  types: VehicleTypes,
): BikesByType | null {
  const velib = raw.num_bikes_available_types;
  if (Array.isArray(velib)) return readVelibTypes(velib);
  const standard = raw.vehicle_types_available;
  if (Array.isArray(standard) && types.size > 0) return readVehicleTypes(standard, types);
  const ebikes = raw.num_ebikes_available;
  if (ebikes === null || ebikes === undefined) return unknownTypes;
  if (!isCount(ebikes)) return null;
  // Feeds with this field count e-bikes among the bikes; one that does not is left unsplit.
  const mechanical = ebikes <= numBikesAvailable ? numBikesAvailable - ebikes : null;
  return { numMechanicalAvailable: mechanical, numEbikesAvailable: ebikes };
}

/** `[{"mechanical": 2}, {"ebike": 3}]`, by key: neither order nor completeness is promised. */
function readVelibTypes(list: readonly unknown[]): BikesByType | null {
  let { numMechanicalAvailable, numEbikesAvailable } = unknownTypes;
  for (const item of list) {
    if (!isRawEntry(item)) return null;
    const { mechanical, ebike } = item;
    if (mechanical !== undefined) {
      if (!isCount(mechanical)) return null;
      numMechanicalAvailable = mechanical;
    }
    if (ebike !== undefined) {
      if (!isCount(ebike)) return null;
      numEbikesAvailable = ebike;
    }
  }
  return { numMechanicalAvailable, numEbikesAvailable };
}

/** `[{"vehicle_type_id": "x", "count": 2}]`; types that are no bikes, or not known, stay out. */
function readVehicleTypes(list: readonly unknown[], types: VehicleTypes): BikesByType | null {
  let numMechanicalAvailable = 0;
  let numEbikesAvailable = 0;
  for (const item of list) {
    if (!isRawEntry(item) || !isCount(item.count)) return null;
    const type = types.get(String(item.vehicle_type_id));
    if (type?.kind !== 'bike') continue;
    if (type.isElectric) numEbikesAvailable += item.count;
    else numMechanicalAvailable += item.count;
  }
  return isCount(numMechanicalAvailable) && isCount(numEbikesAvailable)
    ? { numMechanicalAvailable, numEbikesAvailable }
    : null;
}
