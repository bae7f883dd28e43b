import { z } from 'zod';
import type { StatusSnapshot } from '@/lib/stations/snapshot';
import type { StationStatus } from '@/lib/stations/station';
import { codeAnomalies } from './anomalies';
import { readBikesByType } from './bikesByType';
import { openEnvelope } from './envelope';
import { isCount, type RawEntry, readFlag, readId, readReportTime } from './fields';
import { type Mapped, refused, type SkipReason } from './mapped';
import type { VehicleTypes } from './mapVehicleTypes';
import { snapshotOf } from './snapshotOf';

const dataSchema = z.looseObject({ stations: z.array(z.unknown()) });

export interface StatusContext {
  fetchedAt: Date;
  /** Above this share of bad stations, 0..1, the snapshot is refused. */
  maxBadShare: number;
  vehicleTypes: VehicleTypes;
}

/** Maps station_status of any GBFS version, or Vélib's. */
export function mapStatus(json: unknown, context: StatusContext): Mapped<StatusSnapshot> {
  const { fetchedAt, maxBadShare, vehicleTypes } = context;
  const envelope = openEnvelope(json, dataSchema, fetchedAt);
  if (!envelope) return refused('badEnvelope', 'The status file has no list of stations');
  const list = envelope.data.stations;
  return snapshotOf(list, (raw) => mapStationStatus(raw, fetchedAt, vehicleTypes), {
    source: 'gbfs',
    fetchedAt,
    maxBadShare,
    lastUpdatedAt: envelope.lastUpdatedAt,
    ttlS: envelope.ttlS,
    anomalies: codeAnomalies(list, 'stationCode'),
  });
}

/** One station, or why it is skipped. Hand-written: it runs 150,000 times in a large city. */
function mapStationStatus(
  raw: RawEntry,
  fetchedAt: Date,
  vehicleTypes: VehicleTypes,
): StationStatus | SkipReason {
  const stationId = readId(raw.station_id);
  if (stationId === null) return 'badId';

  const bikes = raw.num_bikes_available ?? raw.numBikesAvailable ?? raw.num_vehicles_available;
  const docks = raw.num_docks_available ?? raw.numDocksAvailable ?? null;
  if (!isCount(bikes) || (docks !== null && !isCount(docks))) return 'badCount';
  const byType = readBikesByType(raw, bikes, vehicleTypes);
  if (byType === null) return 'badCount';

  const isInstalled = readFlag(raw.is_installed);
  const isRenting = readFlag(raw.is_renting);
  const isReturning = readFlag(raw.is_returning);
  if (isInstalled === null || isRenting === null || isReturning === null) return 'badFlag';

  const lastReportedAt = readReportTime(raw.last_reported, fetchedAt);
  if (lastReportedAt === 'bad') return 'badTime';

  return {
    stationId,
    numBikesAvailable: bikes,
    ...byType,
    numDocksAvailable: docks,
    isInstalled,
    isRenting,
    isReturning,
    lastReportedAt,
  };
}
