import { describe, expect, it } from 'vitest';
import { FETCHED_AT, manyOf, velibFile, velibStation } from './feedSamples';
import { mapStations } from './mapStations';

const mapList = (stations: unknown[]) =>
  mapStations(velibFile({ stations }), { fetchedAt: FETCHED_AT, maxBadShare: 0.2 });
const valuesOf = (stations: unknown[]) => {
  const mapped = mapList(stations);
  if (mapped.kind === 'refused') throw new Error(mapped.message);
  return mapped.value;
};

describe('mapStations', () => {
  it("maps Vélib's dialect", () =>
    expect(valuesOf([velibStation()])).toEqual([
      {
        stationId: '213688169',
        stationCode: '16107',
        name: 'Benjamin Godard - Victor Hugo',
        lat: 48.865983,
        lon: 2.275725,
        capacity: 35,
      },
    ]));

  it('keeps codes that are not numbers, or begin with zeros', () =>
    expect(
      valuesOf([
        velibStation({ stationCode: '31024_relais' }),
        velibStation({ station_id: 2, stationCode: '00123' }),
      ]).map((s) => s.stationCode),
    ).toEqual(['31024_relais', '00123']));

  it('reads localized names and short names of GBFS 3', () =>
    expect(
      valuesOf([
        velibStation({
          stationCode: undefined,
          name: [{ text: 'Gare de Lyon', language: 'fr' }],
          short_name: [{ text: '12', language: 'fr' }],
          capacity: undefined,
        }),
      ])[0],
    ).toMatchObject({ name: 'Gare de Lyon', stationCode: '12', capacity: null }));

  it.each([
    ['badId', { station_id: '' }],
    ['badName', { name: null }],
    ['badPosition', { lat: 0, lon: 0 }],
    ['badPosition', { lat: '48.8' }],
    ['badPosition', { lon: 1e9 }],
  ])('skips and counts %s: %j', (reason, overrides) => {
    const good = manyOf(9, (i) => velibStation({ station_id: i + 1 }));
    const mapped = mapList([...good, velibStation(overrides)]);
    expect(mapped.kind).toBe('accepted');
    expect(mapped.detail.skipped).toEqual({ [reason]: 1 });
  });

  it.each([[-1], [1e12], ['35'], [2.5]])('keeps a station whose capacity is %j, without it', (c) =>
    expect(valuesOf([velibStation({ capacity: c })])[0]?.capacity).toBeNull(),
  );

  it('does not believe a mass reset of capacities', () => {
    const cities = (zeros: number, whole: number) =>
      manyOf(whole, (i) => velibStation({ station_id: i, capacity: i < zeros ? 0 : 20 }));
    const mapped = mapList(cities(11, 20));
    expect(mapped.detail.anomalies).toEqual([{ kind: 'massZeroCapacity', count: 11 }]);
    expect(valuesOf(cities(11, 20)).map((s) => s.capacity)).toEqual([
      ...manyOf(11, () => null),
      ...manyOf(9, () => 20),
    ]);
    expect(valuesOf(cities(10, 20))[0]?.capacity).toBe(0);
    expect(valuesOf(cities(19, 19))[0]?.capacity).toBe(0);
  });

  it('recognises that every code was lost; feeds without codes are not concerned', () => {
    const without = (stationCode: unknown) =>
      manyOf(25, (i) => velibStation({ station_id: i, stationCode }));
    expect(mapList(without(null)).detail.anomalies).toEqual([{ kind: 'massNullCode', count: 25 }]);
    const codeless = manyOf(25, (i) => ({ station_id: i, name: 'x', lat: 1, lon: 1 }));
    expect(mapList(codeless).detail.anomalies).toEqual([]);
  });

  it('counts duplicates and keeps the first', () => {
    const mapped = mapList([velibStation(), velibStation({ name: 'Other' })]);
    expect(mapped.detail.anomalies).toEqual([{ kind: 'duplicates', count: 1 }]);
    expect(mapped).toMatchObject({ value: [{ name: 'Benjamin Godard - Victor Hugo' }] });
  });

  it.each([
    [[], 'noStations'],
    [null, 'badEnvelope'],
    [manyOf(5, () => ({})), 'tooManyBad'],
  ])('refuses %j', (stations, reason) =>
    expect(
      mapStations({ data: { stations } }, { fetchedAt: FETCHED_AT, maxBadShare: 0.2 }),
    ).toMatchObject({ kind: 'refused', reason }),
  );
});
