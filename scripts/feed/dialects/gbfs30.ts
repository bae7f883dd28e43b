import type { Dialect, JsonRecord } from './dialect';
import { vehicleTypesAvailable } from './gbfs23';
import { vehicleTypeOf } from './vehicleTypes';

/** GBFS 3.0: RFC 3339 times, localized lists for texts, vehicles instead of bikes. */
export const gbfs30Dialect: Dialect = {
  name: '3.0',
  numericIds: false,
  ttlS: (periodS) => Math.max(1, Math.min(60, periodS)),
  envelope: (lastUpdatedAt, ttlS) => ({
    last_updated: rfc3339(lastUpdatedAt),
    ttl: ttlS,
    version: '3.0',
  }),
  discovery: (links) => ({ feeds: links.map(({ name, url }) => ({ name, url })) }),
  system: ({ systemId, name, timezone, simulation }) => ({
    system_id: systemId,
    languages: ['fr'],
    name: localized(name),
    timezone,
    opening_hours: '24/7',
    feed_contact_email: 'simulation@example.org',
    limelight_simulation: simulation,
  }),
  station: (station) => ({
    station_id: station.stationId,
    name: localized(station.name),
    short_name: station.stationCode === null ? null : localized(station.stationCode),
    lat: station.lat,
    lon: station.lon,
    capacity: station.capacity,
  }),
  status: (status) => ({
    station_id: status.stationId,
    num_vehicles_available: status.numBikesAvailable,
    vehicle_types_available: vehicleTypesAvailable(status),
    num_docks_available: status.numDocksAvailable,
    is_installed: status.isInstalled,
    is_renting: status.isRenting,
    is_returning: status.isReturning,
    last_reported: rfc3339(status.lastReportedAt ?? new Date(86_400_000)),
  }),
  vehicleFile: 'vehicle_status',
  vehicleMember: 'vehicles',
  vehicle: (vehicle) => ({
    vehicle_id: vehicle.vehicleId,
    lat: vehicle.lat,
    lon: vehicle.lon,
    is_reserved: vehicle.isReserved,
    is_disabled: vehicle.isDisabled,
    vehicle_type_id: vehicleTypeOf(vehicle.kind),
    current_range_meters: vehicle.rangeM,
    last_reported: vehicle.lastReportedAt === null ? null : rfc3339(vehicle.lastReportedAt),
  }),
};

function localized(text: string): JsonRecord[] {
  return [{ text, language: 'fr' }];
}

/** Whole seconds, as the standard's examples. */
function rfc3339(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
