import { describe, expect, it } from 'vitest';
import { FETCHED_AT, NOW_S } from './feedSamples';
import { mapVehicles, type VehiclesContext } from './mapVehicles';
import { mapVehicleTypes } from './mapVehicleTypes';

const types = mapVehicleTypes(
  {
    data: {
      vehicle_types: [
        { vehicle_type_id: 'e', form_factor: 'bicycle', propulsion_type: 'electric_assist' },
        { vehicle_type_id: 's', form_factor: 'scooter_standing', propulsion_type: 'electric' },
        { vehicle_type_id: 'm', form_factor: 'moped', propulsion_type: 'combustion' },
        { vehicle_type_id: 'h', form_factor: 'cargo_bicycle', propulsion_type: 'human' },
        { form_factor: 'bicycle' },
        null,
      ],
    },
  },
  FETCHED_AT,
);
const vehicleTypes = types.kind === 'accepted' ? types.value : new Map();
const context: VehiclesContext = {
  fetchedAt: FETCHED_AT,
  maxBadShare: 0.2,
  vehicleTypes,
  defaultKind: 'bike',
};

const bike = {
  bike_id: 'b1',
  lat: 48.85,
  lon: 2.35,
  is_reserved: false,
  is_disabled: false,
};
const mapBikes = (bikes: unknown[]) => mapVehicles({ ttl: 60, data: { bikes } }, context);

describe('mapVehicleTypes', () => {
  it('knows kinds and motors, and leaves out what has no id', () =>
    expect([...vehicleTypes]).toEqual([
      ['e', { kind: 'bike', isElectric: true }],
      ['s', { kind: 'scooter', isElectric: true }],
      ['m', { kind: 'other', isElectric: true }],
      ['h', { kind: 'bike', isElectric: false }],
    ]));
});

describe('mapVehicles', () => {
  it('maps free_bike_status of 1.x and 2.x', () => {
    const raw = { ...bike, is_disabled: 1, last_reported: NOW_S, current_range_meters: 12_250.4 };
    expect(mapBikes([raw])).toMatchObject({
      kind: 'accepted',
      value: [
        {
          vehicleId: 'b1',
          lat: 48.85,
          lon: 2.35,
          kind: 'bike',
          isReserved: false,
          isDisabled: true,
          rangeM: 12_250,
          lastReportedAt: FETCHED_AT,
        },
      ],
      detail: { ttlS: 60 },
    });
  });

  it('maps vehicle_status of 3.0, with kinds by type', () => {
    const vehicle = { ...bike, bike_id: undefined, vehicle_id: 'v1', vehicle_type_id: 's' };
    const json = { last_updated: '2026-03-02T07:00:00Z', data: { vehicles: [vehicle] } };
    expect(mapVehicles(json, context)).toMatchObject({
      value: [{ vehicleId: 'v1', kind: 'scooter', rangeM: null, lastReportedAt: null }],
    });
  });

  it('takes the configured kind for a type it does not know', () =>
    expect(
      mapVehicles({ data: { bikes: [bike] } }, { ...context, defaultKind: 'scooter' }),
    ).toMatchObject({ value: [{ kind: 'scooter' }] }));

  it('accepts an empty street', () => expect(mapBikes([])).toMatchObject({ value: [] }));

  it('leaves docked vehicles without a place out, which is no fault', () =>
    expect(mapBikes([{ ...bike, lat: null, lon: null, station_id: 'x' }])).toMatchObject({
      kind: 'accepted',
      value: [],
      detail: { skipped: { docked: 1 }, anomalies: [] },
    }));

  it.each([
    ['badId', { bike_id: null }],
    ['badPosition', { lat: 0, lon: 0 }],
    ['badFlag', { is_reserved: null }],
    ['badTime', { last_reported: 'now' }],
  ])('refuses a street of %s: %j', (reason, overrides) =>
    expect(mapBikes([{ ...bike, ...overrides }])).toMatchObject({
      kind: 'refused',
      reason: 'tooManyBad',
      detail: { skipped: { [reason]: 1 } },
    }),
  );

  it.each([[null], [{}], [{ data: { stations: [] } }]])('refuses %j', (json) =>
    expect(mapVehicles(json, context)).toMatchObject({ kind: 'refused', reason: 'badEnvelope' }),
  );
});
