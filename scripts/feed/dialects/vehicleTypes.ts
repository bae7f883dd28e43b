import type { VehicleKind } from '@/lib/stations/station';
import type { DialectName, JsonRecord } from './dialect';

/** Own bikes have a motor; public ones are of both types. */
export function vehicleTypeOf(kind: VehicleKind): string {
  return kind === 'bike' ? 'ebike' : kind;
}

/** vehicle_types.json: what the type ids in the other files mean. */
export function vehicleTypesFile(dialect: DialectName): JsonRecord {
  const named = (text: string) => (dialect === '3.0' ? [{ text, language: 'fr' }] : text);
  const type = (id: string, form: string, propulsion: string, name: string): JsonRecord => ({
    vehicle_type_id: id,
    form_factor: form,
    propulsion_type: propulsion,
    name: named(name),
    ...(propulsion === 'human' ? {} : { max_range_meters: 60_000 }),
  });
  return {
    vehicle_types: [
      type('bike', 'bicycle', 'human', 'Vélo mécanique'),
      type('ebike', 'bicycle', 'electric_assist', 'Vélo électrique'),
      type('scooter', 'scooter_standing', 'electric', 'Trottinette'),
      type('other', 'other', 'electric', 'Autre'),
    ],
  };
}
