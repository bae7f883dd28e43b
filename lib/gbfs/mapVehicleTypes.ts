import { z } from 'zod';
import type { VehicleKind } from '@/lib/stations/station';
import { openEnvelope } from './envelope';
import { isRawEntry, readId } from './fields';
import { accepted, type Mapped, refused } from './mapped';

export interface VehicleType {
  kind: VehicleKind;
  /** Whether a motor drives it or helps. */
  isElectric: boolean;
}

export type VehicleTypes = ReadonlyMap<string, VehicleType>;

export const noVehicleTypes: VehicleTypes = new Map();

const dataSchema = z.looseObject({ vehicle_types: z.array(z.unknown()) });

const kindByFormFactor: Readonly<Record<string, VehicleKind>> = {
  bicycle: 'bike',
  cargo_bicycle: 'bike',
  scooter: 'scooter',
  scooter_standing: 'scooter',
  scooter_seated: 'scooter',
};

/** Reads vehicle_types (2.1 and later): what the type ids in other files mean. */
export function mapVehicleTypes(json: unknown, fetchedAt: Date): Mapped<VehicleTypes> {
  const envelope = openEnvelope(json, dataSchema, fetchedAt);
  if (!envelope) return refused('badEnvelope', 'The file has no list of vehicle types');
  const types = new Map<string, VehicleType>();
  for (const raw of envelope.data.vehicle_types) {
    const id = isRawEntry(raw) ? readId(raw.vehicle_type_id) : null;
    if (id === null || !isRawEntry(raw)) continue;
    types.set(id, {
      kind: kindByFormFactor[String(raw.form_factor)] ?? 'other',
      isElectric: typeof raw.propulsion_type === 'string' && raw.propulsion_type !== 'human',
    });
  }
  return accepted(types, { lastUpdatedAt: envelope.lastUpdatedAt, ttlS: envelope.ttlS });
}
