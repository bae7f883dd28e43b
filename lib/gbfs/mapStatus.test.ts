import { describe, expect, it } from 'vitest';
import { FETCHED_AT, manyOf, NOW_S, velibFile, velibStatus } from './feedSamples';
import type { Mapped } from './mapped';
import { mapStatus, type StatusContext } from './mapStatus';
import type { VehicleTypes } from './mapVehicleTypes';

const context: StatusContext = {
  fetchedAt: FETCHED_AT,
  maxBadShare: 0.2,
  vehicleTypes: new Map(),
};
const mapList = (stations: unknown[], vehicleTypes?: VehicleTypes) =>
  mapStatus(velibFile({ stations }), vehicleTypes ? { ...context, vehicleTypes } : context);

function acceptedValue<T>(mapped: Mapped<T>): T {
  if (mapped.kind === 'refused') throw new Error(`${mapped.reason}: ${mapped.message}`);
  return mapped.value;
}
const onlyStation = (raw: unknown, types?: VehicleTypes) =>
  acceptedValue(mapList([raw], types)).stations[0];
const anomaliesOf = (stations: unknown[]) => mapList(stations).detail.anomalies;

describe("Vélib's dialect", () => {
  it('is mapped whole', () => {
    const mapped = mapList([velibStatus()]);
    expect(acceptedValue(mapped)).toEqual({
      source: 'gbfs',
      fetchedAt: FETCHED_AT,
      lastUpdatedAt: new Date((NOW_S - 30) * 1000),
      medianReportedAt: new Date((NOW_S - 60) * 1000),
      stations: [
        {
          stationId: '213688169',
          numBikesAvailable: 5,
          numMechanicalAvailable: 2,
          numEbikesAvailable: 3,
          numDocksAvailable: 30,
          isInstalled: true,
          isRenting: true,
          isReturning: true,
          lastReportedAt: new Date((NOW_S - 60) * 1000),
        },
      ],
    });
    expect(mapped.detail).toMatchObject({
      stationsSeen: 1,
      ttlS: 3600,
      skipped: {},
      anomalies: [],
    });
  });

  it('keeps ids above 2^31 as text', () =>
    expect(onlyStation(velibStatus({ station_id: 54_000_000_001 }))?.stationId).toBe(
      '54000000001',
    ));

  it('takes either spelling of a count', () => {
    const camel = velibStatus({ num_bikes_available: undefined, num_docks_available: null });
    expect(onlyStation(camel)).toMatchObject({ numBikesAvailable: 5, numDocksAvailable: 30 });
    const snake = velibStatus({ numBikesAvailable: undefined, numDocksAvailable: undefined });
    expect(onlyStation(snake)).toMatchObject({ numBikesAvailable: 5, numDocksAvailable: 30 });
  });

  it('reads bikes by type by key, whatever their order and company', () => {
    const types = [{ ebike: 1 }, { cargo: 9 }, { mechanical: 4 }];
    expect(onlyStation(velibStatus({ num_bikes_available_types: types }))).toMatchObject({
      numMechanicalAvailable: 4,
      numEbikesAvailable: 1,
    });
    expect(onlyStation(velibStatus({ num_bikes_available_types: [{ ebike: 1 }] }))).toMatchObject({
      numMechanicalAvailable: null,
      numEbikesAvailable: 1,
    });
  });

  it('never derives one count from the others', () => {
    const raw = velibStatus({ num_docks_available: undefined, numDocksAvailable: undefined });
    expect(onlyStation(raw)?.numDocksAvailable).toBeNull();
  });

  it('reads 86400 as never having reported', () =>
    expect(onlyStation(velibStatus({ last_reported: 86_400 }))?.lastReportedAt).toBeNull());

  it('prefers last_updated where a later file has it', () => {
    const json = velibFile({ stations: [velibStatus()] }, { last_updated: NOW_S - 5 });
    expect(acceptedValue(mapStatus(json, context)).lastUpdatedAt).toEqual(
      new Date((NOW_S - 5) * 1000),
    );
  });

  it('does without a time of its own', () => {
    const json = velibFile({ stations: [velibStatus()] }, { lastUpdatedOther: null, ttl: 'x' });
    const mapped = mapStatus(json, context);
    expect(acceptedValue(mapped).lastUpdatedAt).toBeNull();
    expect(mapped.detail.ttlS).toBeNull();
  });
});

describe('GBFS', () => {
  const standard = {
    station_id: 'hub-1',
    num_bikes_available: 6,
    num_docks_available: 8,
    is_installed: true,
    is_renting: true,
    is_returning: false,
    last_reported: NOW_S,
  };
  const types: VehicleTypes = new Map([
    ['bike', { kind: 'bike', isElectric: false }],
    ['ebike', { kind: 'bike', isElectric: true }],
    ['cargo', { kind: 'bike', isElectric: true }],
    ['kick', { kind: 'scooter', isElectric: true }],
  ]);

  it('2.x: booleans, and bikes by the vehicle types feed', () => {
    const available = [
      { vehicle_type_id: 'bike', count: 1 },
      { vehicle_type_id: 'ebike', count: 2 },
      { vehicle_type_id: 'cargo', count: 1 },
      { vehicle_type_id: 'kick', count: 2 },
    ];
    const raw = { ...standard, vehicle_types_available: available };
    expect(onlyStation(raw, types)).toMatchObject({
      isReturning: false,
      numMechanicalAvailable: 1,
      numEbikesAvailable: 3,
    });
    expect(onlyStation(raw)).toMatchObject({
      numMechanicalAvailable: null,
      numEbikesAvailable: null,
    });
  });

  it('1.1 with a count of e-bikes among the bikes', () =>
    expect(onlyStation({ ...standard, num_ebikes_available: 2 })).toMatchObject({
      numMechanicalAvailable: 4,
      numEbikesAvailable: 2,
    }));

  it('3.0: RFC 3339 times and vehicles instead of bikes', () => {
    const raw = {
      ...standard,
      num_bikes_available: undefined,
      num_vehicles_available: 7,
      last_reported: '2026-03-02T07:59:30+01:00',
    };
    const json = {
      last_updated: '2026-03-02T06:59:45Z',
      ttl: 0,
      version: '3.0',
      data: { stations: [raw] },
    };
    expect(acceptedValue(mapStatus(json, context))).toMatchObject({
      lastUpdatedAt: new Date('2026-03-02T06:59:45Z'),
      stations: [{ numBikesAvailable: 7, lastReportedAt: new Date('2026-03-02T06:59:30Z') }],
    });
  });
});

describe('a bad station', () => {
  const good = manyOf(9, (i) => velibStatus({ station_id: i + 1 }));

  it.each([
    ['badCount', { num_bikes_available: -1 }],
    ['badCount', { num_bikes_available: 2.5 }],
    ['badCount', { num_bikes_available: 1e18 }],
    ['badCount', { num_docks_available: 999_999 }],
    ['badCount', { num_bikes_available: null, numBikesAvailable: null }],
    ['badCount', { num_bikes_available: '5' }],
    ['badCount', { num_bikes_available_types: [{ mechanical: -2 }] }],
    ['badCount', { num_bikes_available_types: [null] }],
    ['badFlag', { is_installed: null }],
    ['badFlag', { is_renting: 'maybe' }],
    ['badTime', { last_reported: -1 }],
    ['badTime', { last_reported: NOW_S + 7 * 86_400 }],
    ['badId', { station_id: null }],
    ['badId', { station_id: 2 ** 60 }],
  ])('is skipped and counted as %s: %j', (reason, overrides) => {
    const mapped = mapList([...good, velibStatus(overrides)]);
    expect(acceptedValue(mapped).stations).toHaveLength(9);
    expect(mapped.detail).toMatchObject({
      stationsSeen: 10,
      skipped: { [reason]: 1 },
      anomalies: [{ kind: 'skipped', count: 1 }],
    });
  });

  it('is skipped where it is no object', () =>
    expect(mapList([...good, null]).detail.skipped).toEqual({ notAnObject: 1 }));

  it('refuses the snapshot where there are more than the set share', () => {
    const bad = manyOf(3, (i) => velibStatus({ station_id: 100 + i, num_bikes_available: -1 }));
    expect(mapList([...good.slice(0, 8), ...bad.slice(0, 2)]).kind).toBe('accepted');
    expect(mapList([...good.slice(0, 8), ...bad])).toMatchObject({
      kind: 'refused',
      reason: 'tooManyBad',
      detail: { stationsSeen: 11, skipped: { badCount: 3 } },
    });
  });

  it('refuses a snapshot of nulls', () => {
    const nulls = Object.fromEntries(Object.keys(velibStatus()).map((key) => [key, null]));
    expect(mapList(manyOf(30, () => nulls))).toMatchObject({
      kind: 'refused',
      reason: 'tooManyBad',
    });
  });
});

describe('a bad envelope', () => {
  it.each([
    [null],
    [[]],
    ['text'],
    [{}],
    [{ data: null }],
    [{ data: { stations: null } }],
    [{ data: { stations: {} } }],
    [{ lastUpdatedOther: null, ttl: null, data: null }],
  ])('refuses the snapshot: %j', (json) =>
    expect(mapStatus(json, context)).toMatchObject({ kind: 'refused', reason: 'badEnvelope' }),
  );

  it('refuses an empty list', () =>
    expect(mapList([])).toMatchObject({ kind: 'refused', reason: 'noStations' }));
});

describe('faults of the whole feed', () => {
  it('keeps one entry of an id, the one reported last, and counts the others', () => {
    const older = velibStatus({ num_bikes_available: 1, last_reported: NOW_S - 300 });
    const newer = velibStatus({ num_bikes_available: 2, last_reported: NOW_S - 10 });
    for (const order of [
      [older, newer],
      [newer, older],
    ]) {
      const mapped = mapList(order);
      expect(acceptedValue(mapped).stations).toMatchObject([{ numBikesAvailable: 2 }]);
      expect(mapped.detail.anomalies).toEqual([{ kind: 'duplicates', count: 1 }]);
    }
  });

  it('accepts every station ten times over', () => {
    const tenfold = manyOf(300, (i) => velibStatus({ station_id: i % 30 }));
    const mapped = mapList(tenfold);
    expect(acceptedValue(mapped).stations).toHaveLength(30);
    expect(mapped.detail.skipped).toEqual({ duplicate: 270 });
  });

  it('recognises that every code was lost, and still takes the counts', () => {
    const stations = manyOf(20, (i) => velibStatus({ station_id: i, stationCode: null }));
    expect(anomaliesOf(stations)).toEqual([{ kind: 'massNullCode', count: 20 }]);
    expect(anomaliesOf(stations.slice(1))).toEqual([]);
  });

  it('counts zombies against the median, not the clock', () => {
    const dayBefore = NOW_S - 60 - 86_400;
    const stations = manyOf(10, (i) => velibStatus({ station_id: i }));
    stations[3] = velibStatus({ station_id: 3, last_reported: dayBefore - 1 });
    stations[4] = velibStatus({ station_id: 4, last_reported: dayBefore });
    stations[5] = velibStatus({ station_id: 5, last_reported: 86_400 });
    expect(anomaliesOf(stations)).toEqual([{ kind: 'zombies', count: 1 }]);
  });

  it('says so when the median report is over ten minutes behind', () => {
    const lateBy = (s: number) => [velibStatus({ last_reported: NOW_S - s })];
    expect(anomaliesOf(lateBy(600))).toEqual([]);
    expect(anomaliesOf(lateBy(601))).toEqual([{ kind: 'lagging', count: 601 }]);
  });
});
