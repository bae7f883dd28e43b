import { z } from 'zod';
import type { OwnVehicle, VehicleKind } from '@/lib/stations/station';
import { skipAnomalies } from './anomalies';
import { collectEntries, refuseCollected } from './collectEntries';
import { openEnvelope } from './envelope';
import { type RawEntry, readFlag, readId, readPosition, readReportTime } from './fields';
import { accepted, type Mapped, refused, type SkipReason } from './mapped';
import type { VehicleTypes } from './mapVehicleTypes';

const dataSchema = z.union([
  z.looseObject({ vehicles: z.array(z.unknown()) }),
  z.looseObject({ bikes: z.array(z.unknown()) }),
]);

/** What the database's integer holds. */
const MAX_RANGE_M = 2_147_483_647;

export interface VehiclesContext {
  fetchedAt: Date;
  maxBadShare: number;
  vehicleTypes: VehicleTypes;
  /** What a vehicle is where its type is not known. */
  defaultKind: VehicleKind;
}

/** Maps free_bike_status (1.x, 2.x) or vehicle_status (3.0). An empty street is no fault. */
export function mapVehicles(json: unknown, context: VehiclesContext): Mapped<OwnVehicle[]> {
  const envelope = openEnvelope(json, dataSchema, context.fetchedAt);
  if (!envelope) return refused('badEnvelope', 'The vehicle file has no list of vehicles');
  const list = listOf(envelope.data);
  const collected = collectEntries(list, {
    mapEntry: (raw) => mapVehicle(raw, context),
    idOf: (vehicle) => vehicle.vehicleId,
  });
  const detail = {
    lastUpdatedAt: envelope.lastUpdatedAt,
    ttlS: envelope.ttlS,
    stationsSeen: collected.seen,
    skipped: collected.skipped,
    anomalies: skipAnomalies(collected.skipped),
  };
  const isEmptyStreet = collected.entries.length === 0 && collected.badShare === 0;
  if (isEmptyStreet) return accepted([], detail);
  return (
    refuseCollected(collected, context.maxBadShare, detail) ?? accepted(collected.entries, detail)
  );
}

function listOf(data: z.infer<typeof dataSchema>): readonly unknown[] {
  const list = data.vehicles ?? data.bikes;
  return Array.isArray(list) ? list : [];
}

function mapVehicle(raw: RawEntry, context: VehiclesContext): OwnVehicle | SkipReason {
  const vehicleId = readId(raw.vehicle_id ?? raw.bike_id);
  if (vehicleId === null) return 'badId';
  const position = readPosition(raw.lat, raw.lon);
  // A vehicle in a dock may leave its position to the dock's.
  if (position === null) return readId(raw.station_id) === null ? 'badPosition' : 'docked';
  const isReserved = readFlag(raw.is_reserved);
  const isDisabled = readFlag(raw.is_disabled);
  if (isReserved === null || isDisabled === null) return 'badFlag';
  const lastReportedAt = readReportTime(raw.last_reported, context.fetchedAt);
  if (lastReportedAt === 'bad') return 'badTime';
  const type = context.vehicleTypes.get(String(raw.vehicle_type_id));
  return {
    vehicleId,
    ...position,
    kind: type?.kind ?? context.defaultKind,
    isReserved,
    isDisabled,
    rangeM: readRange(raw.current_range_meters),
    lastReportedAt,
  };
}

function readRange(value: unknown): number | null {
  const isRange = typeof value === 'number' && value >= 0 && value <= MAX_RANGE_M;
  return isRange ? Math.round(value) : null;
}
