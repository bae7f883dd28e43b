import type { StationStatus } from '@/lib/stations/station';
import type { Dialect, JsonRecord } from './dialect';
import { epochSeconds } from './epochSeconds';
import { freeBike } from './freeBike';

/** Vélib's own: 1.x discovery, `lastUpdatedOther`, numeric ids, every count twice, flags 0/1. */
export const velibDialect: Dialect = {
  name: 'velib',
  numericIds: true,
  // The real feed says an hour though its content moves every minute.
  ttlS: () => 3_600,
  envelope: (lastUpdatedAt, ttlS) => ({ lastUpdatedOther: epochSeconds(lastUpdatedAt), ttl: ttlS }),
  discovery: (links) => ({ en: { feeds: links.map(({ name, url }) => ({ name, url })) } }),
  system: ({ systemId, name, timezone, simulation }) => ({
    system_id: systemId,
    name,
    url: '',
    timezone,
    language: 'en',
    limelight_simulation: simulation,
  }),
  station: (station) => ({
    station_id: Number(station.stationId),
    name: station.name,
    lat: station.lat,
    lon: station.lon,
    capacity: station.capacity,
    stationCode: station.stationCode,
  }),
  status: (status, stationCode) => ({
    stationCode,
    station_id: Number(status.stationId),
    num_bikes_available: status.numBikesAvailable,
    numBikesAvailable: status.numBikesAvailable,
    num_bikes_available_types: bikesByType(status),
    num_docks_available: status.numDocksAvailable,
    numDocksAvailable: status.numDocksAvailable,
    is_installed: Number(status.isInstalled),
    is_returning: Number(status.isReturning),
    is_renting: Number(status.isRenting),
    last_reported: epochSeconds(status.lastReportedAt),
  }),
  vehicleFile: 'free_bike_status',
  vehicleMember: 'bikes',
  vehicle: freeBike,
};

/** A list of objects with one name each, not one object. */
function bikesByType(status: StationStatus): JsonRecord[] {
  return [{ mechanical: status.numMechanicalAvailable }, { ebike: status.numEbikesAvailable }];
}
