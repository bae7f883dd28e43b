import type { StationStatus } from '@/lib/stations/station';
import type { Dialect, JsonRecord } from './dialect';
import { epochSeconds } from './epochSeconds';
import { freeBike } from './freeBike';

/** GBFS 2.3: ids are text, flags are booleans, times are epoch seconds, feeds are by language. */
export const gbfs23Dialect: Dialect = {
  name: '2.3',
  numericIds: false,
  ttlS: (periodS) => Math.max(1, Math.min(60, periodS)),
  envelope: (lastUpdatedAt, ttlS) => ({
    last_updated: epochSeconds(lastUpdatedAt),
    ttl: ttlS,
    version: '2.3',
  }),
  discovery: (links) => ({ fr: { feeds: links.map(({ name, url }) => ({ name, url })) } }),
  system: ({ systemId, name, timezone, simulation }) => ({
    system_id: systemId,
    language: 'fr',
    name,
    timezone,
    limelight_simulation: simulation,
  }),
  station: (station) => ({
    station_id: station.stationId,
    name: station.name,
    short_name: station.stationCode,
    lat: station.lat,
    lon: station.lon,
    capacity: station.capacity,
  }),
  status: (status) => ({
    station_id: status.stationId,
    num_bikes_available: status.numBikesAvailable,
    vehicle_types_available: vehicleTypesAvailable(status),
    num_docks_available: status.numDocksAvailable,
    is_installed: status.isInstalled,
    is_renting: status.isRenting,
    is_returning: status.isReturning,
    last_reported: epochSeconds(status.lastReportedAt),
  }),
  vehicleFile: 'free_bike_status',
  vehicleMember: 'bikes',
  vehicle: freeBike,
};

/** Bikes by the types of vehicle_types.json. */
export function vehicleTypesAvailable(status: StationStatus): JsonRecord[] {
  if (status.numEbikesAvailable === null) {
    return [{ vehicle_type_id: 'bike', count: status.numBikesAvailable }];
  }
  return [
    { vehicle_type_id: 'bike', count: status.numMechanicalAvailable },
    { vehicle_type_id: 'ebike', count: status.numEbikesAvailable },
  ];
}
