import type { StationInformation, StationStatus } from '@/lib/stations/station';
import type { JsonRecord } from './dialect';

/** Where opendata.paris.fr (Explore v2.1) has its exports of Vélib's two datasets. */
const DATASETS = '/api/explore/v2.1/catalog/datasets';
export const OPENDATA_STATUS_PATH = `${DATASETS}/velib-disponibilite-en-temps-reel/exports/json`;
export const OPENDATA_STATIONS_PATH = `${DATASETS}/velib-emplacement-des-stations/exports/json`;

/** One row of velib-disponibilite-en-temps-reel. It knows stations by their code only. */
export function opendataStatus(status: StationStatus, station: StationInformation): JsonRecord {
  return {
    stationcode: station.stationCode,
    name: station.name,
    is_installed: yesOrNo(status.isInstalled),
    capacity: station.capacity,
    numdocksavailable: status.numDocksAvailable,
    numbikesavailable: status.numBikesAvailable,
    mechanical: status.numMechanicalAvailable,
    ebike: status.numEbikesAvailable,
    is_renting: yesOrNo(status.isRenting),
    is_returning: yesOrNo(status.isReturning),
    duedate: status.lastReportedAt?.toISOString().replace(/\.\d{3}Z$/, '+00:00') ?? null,
    coordonnees_geo: { lon: station.lon, lat: station.lat },
    station_opening_hours: null,
  };
}

/** One row of velib-emplacement-des-stations. */
export function opendataStation(station: StationInformation): JsonRecord {
  return {
    stationcode: station.stationCode,
    name: station.name,
    capacity: station.capacity,
    coordonnees_geo: { lon: station.lon, lat: station.lat },
  };
}

function yesOrNo(value: boolean): string {
  return value ? 'OUI' : 'NON';
}
