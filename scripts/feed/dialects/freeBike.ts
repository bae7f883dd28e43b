import type { OwnVehicle } from '@/lib/stations/station';
import type { JsonRecord } from './dialect';
import { epochSeconds } from './epochSeconds';
import { vehicleTypeOf } from './vehicleTypes';

/** One vehicle of free_bike_status, GBFS 2.x. */
export function freeBike(vehicle: OwnVehicle): JsonRecord {
  return {
    bike_id: vehicle.vehicleId,
    lat: vehicle.lat,
    lon: vehicle.lon,
    is_reserved: vehicle.isReserved,
    is_disabled: vehicle.isDisabled,
    vehicle_type_id: vehicleTypeOf(vehicle.kind),
    current_range_meters: vehicle.rangeM,
    last_reported: epochSeconds(vehicle.lastReportedAt),
  };
}
