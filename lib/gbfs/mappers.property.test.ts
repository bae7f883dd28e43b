import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FETCHED_AT, opendataStatus, velibFile, velibStation, velibStatus } from './feedSamples';
import { mapDiscovery } from './mapDiscovery';
import { mapDistricts } from './mapDistricts';
import { mapOpendataStations, mapOpendataStatus } from './mapOpendata';
import { mapStations } from './mapStations';
import { mapStatus } from './mapStatus';
import { mapSystem } from './mapSystem';
import { mapVehicles } from './mapVehicles';
import { mapVehicleTypes } from './mapVehicleTypes';

const facts = {
  fetchedAt: FETCHED_AT,
  maxBadShare: 1,
  vehicleTypes: new Map([['a', { kind: 'bike', isElectric: true } as const]]),
  defaultKind: 'bike' as const,
  stationIdByCode: new Map([['16107', '213688169']]),
  level: 1,
};

const mappers = {
  status: (json: unknown) => mapStatus(json, facts),
  stations: (json: unknown) => mapStations(json, facts),
  vehicles: (json: unknown) => mapVehicles(json, facts),
  vehicleTypes: (json: unknown) => mapVehicleTypes(json, FETCHED_AT),
  system: (json: unknown) => mapSystem(json, FETCHED_AT),
  discovery: (json: unknown) => mapDiscovery(json, 'https://feed.example/gbfs.json', FETCHED_AT),
  opendataStatus: (json: unknown) => mapOpendataStatus(json, facts),
  opendataStations: (json: unknown) => mapOpendataStations(json, facts),
  districts: (json: unknown) => mapDistricts(json, facts),
};

/** A good entry with any of its fields replaced by anything. */
const spoilt = (sample: Record<string, unknown>) =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(sample)), fc.jsonValue())
    .map((changes) => ({ ...sample, ...changes }));

const entries = fc.array(
  fc.oneof(
    spoilt(velibStatus()),
    spoilt(velibStation()),
    spoilt(opendataStatus()),
    spoilt({ ...velibStatus(), vehicle_types_available: [{ vehicle_type_id: 'a', count: 1 }] }),
    spoilt({ bike_id: 'b', lat: 1, lon: 1, is_reserved: 0, is_disabled: 0 }),
    spoilt({ vehicle_type_id: 'a', form_factor: 'bicycle', propulsion_type: 'human' }),
    spoilt({ properties: { id: 1, name: 'x' }, geometry: { type: 'Polygon', coordinates: [] } }),
    fc.jsonValue(),
  ),
);
const files = fc.oneof(
  fc.jsonValue(),
  entries,
  entries.map((list) => velibFile({ stations: list, bikes: list, vehicle_types: list })),
  entries.map((list) => velibFile({ feeds: list, name: list[0], timezone: list[1] })),
  entries.map((list) => ({ features: list })),
);

describe.each(Object.entries(mappers))('the mapper of %s', (_, map) => {
  it('never throws, and accounts for every entry', () =>
    fc.assert(
      fc.property(files, (json) => {
        const mapped = map(json);
        const skipped = Object.values(mapped.detail.skipped).reduce((sum, n) => sum + n, 0);
        if (mapped.kind === 'refused') {
          expect(skipped).toBeLessThanOrEqual(mapped.detail.stationsSeen);
        } else if (mapped.detail.stationsSeen > 0) {
          expect(sizeOf(mapped.value) + skipped).toBe(mapped.detail.stationsSeen);
        }
      }),
      { numRuns: 300, seed: 1 },
    ));
});

describe('the mapper of status', () => {
  it('gives only whole counts in range, text ids and no duplicates', () =>
    fc.assert(
      fc.property(entries, (list) => {
        const mapped = mapStatus(velibFile({ stations: list }), facts);
        if (mapped.kind === 'refused') return;
        const { stations } = mapped.value;
        expect(new Set(stations.map((s) => s.stationId)).size).toBe(stations.length);
        for (const station of stations) {
          expect(station.stationId).toMatch(/\S/);
          expect(station.numBikesAvailable).toSatisfy(
            (n: number) => Number.isInteger(n) && n >= 0 && n <= 32_767,
          );
        }
      }),
      { numRuns: 300, seed: 2 },
    ));
});

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  const { stations } = value as { stations?: unknown };
  return Array.isArray(stations) ? stations.length : 0;
}
