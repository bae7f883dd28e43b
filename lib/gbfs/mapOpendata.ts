import type { StatusSnapshot } from '@/lib/stations/snapshot';
import type { StationInformation, StationStatus } from '@/lib/stations/station';
import { codeAnomalies } from './anomalies';
import {
  isCount,
  isRawEntry,
  type RawEntry,
  readFlag,
  readId,
  readPosition,
  readReportTime,
  readText,
} from './fields';
import { informationOf } from './informationOf';
import { type Mapped, refused, type SkipReason } from './mapped';
import { readCapacity, type StationsContext } from './mapStations';
import { snapshotOf } from './snapshotOf';

/** Station ids by the code painted on the station: the export knows codes only. */
export type StationIdByCode = ReadonlyMap<string, string>;

export interface OpendataContext extends StationsContext {
  stationIdByCode: StationIdByCode;
}

/** The export carries no time of its own. */
const noEnvelope = { lastUpdatedAt: null, ttlS: null };

/** Maps the JSON export of `velib-disponibilite-en-temps-reel`. */
export function mapOpendataStatus(
  json: unknown,
  { fetchedAt, maxBadShare, stationIdByCode }: OpendataContext,
): Mapped<StatusSnapshot> {
  if (!Array.isArray(json)) return refused('badEnvelope', 'The export is not a list');
  return snapshotOf(json, (raw) => mapStationStatus(raw, fetchedAt, stationIdByCode), {
    ...noEnvelope,
    source: 'opendata',
    fetchedAt,
    maxBadShare,
    anomalies: codeAnomalies(json, 'stationcode'),
  });
}

/** Maps the JSON export of `velib-emplacement-des-stations`. */
export function mapOpendataStations(
  json: unknown,
  { maxBadShare, stationIdByCode }: OpendataContext,
): Mapped<StationInformation[]> {
  if (!Array.isArray(json)) return refused('badEnvelope', 'The export is not a list');
  return informationOf(json, (raw) => mapStation(raw, stationIdByCode), {
    ...noEnvelope,
    maxBadShare,
    anomalies: codeAnomalies(json, 'stationcode'),
  });
}

function mapStationStatus(
  raw: RawEntry,
  fetchedAt: Date,
  stationIdByCode: StationIdByCode,
): StationStatus | SkipReason {
  const code = readId(raw.stationcode);
  if (code === null) return 'badId';
  const stationId = stationIdByCode.get(code);
  if (stationId === undefined) return 'unknownCode';

  const { numbikesavailable: bikes, numdocksavailable: docks = null } = raw;
  const { mechanical = null, ebike = null } = raw;
  if (!isCount(bikes) || !isOptionalCount(docks)) return 'badCount';
  if (!isOptionalCount(mechanical) || !isOptionalCount(ebike)) return 'badCount';

  const isInstalled = readFlag(raw.is_installed);
  const isRenting = readFlag(raw.is_renting);
  const isReturning = readFlag(raw.is_returning);
  if (isInstalled === null || isRenting === null || isReturning === null) return 'badFlag';

  const lastReportedAt = readReportTime(raw.duedate, fetchedAt);
  if (lastReportedAt === 'bad') return 'badTime';

  return {
    stationId,
    numBikesAvailable: bikes,
    numMechanicalAvailable: mechanical,
    numEbikesAvailable: ebike,
    numDocksAvailable: docks,
    isInstalled,
    isRenting,
    isReturning,
    lastReportedAt,
  };
}

function mapStation(
  raw: RawEntry,
  stationIdByCode: StationIdByCode,
): StationInformation | SkipReason {
  const stationCode = readId(raw.stationcode);
  if (stationCode === null) return 'badId';
  const stationId = stationIdByCode.get(stationCode);
  if (stationId === undefined) return 'unknownCode';
  const name = readText(raw.name);
  if (name === null) return 'badName';
  const geo = isRawEntry(raw.coordonnees_geo) ? raw.coordonnees_geo : {};
  const position = readPosition(geo.lat, geo.lon);
  if (position === null) return 'badPosition';
  return { stationId, stationCode, name, ...position, capacity: readCapacity(raw.capacity) };
}

function isOptionalCount(value: unknown): value is number | null {
  return value === null || isCount(value);
}
