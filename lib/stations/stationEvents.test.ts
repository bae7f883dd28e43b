import { describe, expect, test } from 'vitest';
import type { StationInformation } from './station';
import { compareStations, type KnownStation } from './stationEvents';

const alma: StationInformation = {
  stationId: '213688169',
  stationCode: '16107',
  name: 'Benjamin Godard - Victor Hugo',
  lat: 48.865983,
  lon: 2.275725,
  capacity: 35,
};

function compare(known: Partial<KnownStation> | null, feed: Partial<StationInformation> | null) {
  const before = known && { ...alma, isRemoved: false, ...known };
  return compareStations(
    new Map(before ? [[before.stationId, before]] : []),
    feed ? [{ ...alma, ...feed }] : [],
  );
}

describe('compareStations', () => {
  test('nothing changed, nothing said', () => {
    expect(compare({}, {})).toEqual({ events: [], merged: [alma] });
  });

  test.each([
    ['renamed', { name: 'Alma' }, { name: alma.name }, { name: 'Alma' }],
    ['resized', { capacity: 40 }, { capacity: 35 }, { capacity: 40 }],
    ['recoded', { stationCode: '16107_relais' }, { stationCode: '16107' }, undefined],
    ['moved', { lat: 48.87 }, { lat: alma.lat, lon: alma.lon }, { lat: 48.87, lon: alma.lon }],
  ])('%s: with what was before', (kind, change, before, after) => {
    const { events, merged } = compare({}, change);
    expect(events).toEqual([{ stationId: alma.stationId, kind, before, after: after ?? change }]);
    expect(merged).toEqual([{ ...alma, ...change }]);
  });

  test('several changes at once are several events', () => {
    const { events } = compare({}, { name: 'Alma', capacity: 2, lat: 48.9 });
    expect(events.map(({ kind }) => kind)).toEqual(['moved', 'renamed', 'resized']);
  });

  test('rounding moves nothing, and cannot creep: the stored position stays', () => {
    const rounded = { lat: 48.86595, lon: 2.27576 };
    expect(compare({}, rounded)).toEqual({ events: [], merged: [alma] });
  });

  test('a feed that says nothing of capacity and code keeps what was known', () => {
    expect(compare({}, { capacity: null, stationCode: null })).toEqual({
      events: [],
      merged: [alma],
    });
    // Zero docks, said of one station, is said: the mass reset is recognised before.
    expect(compare({}, { capacity: 0 }).merged[0]?.capacity).toBe(0);
  });

  test('what becomes known later is an event', () => {
    expect(compare({ capacity: null }, {}).events).toMatchObject([
      { kind: 'resized', before: { capacity: null }, after: { capacity: 35 } },
    ]);
  });

  test('added, removed, restored', () => {
    expect(compare(null, {}).events).toEqual([
      { stationId: alma.stationId, kind: 'added', before: null, after: alma },
    ]);
    expect(compare({}, null).events).toEqual([
      { stationId: alma.stationId, kind: 'removed', before: alma, after: null },
    ]);
    expect(compare({ isRemoved: true }, { name: 'Alma' }).events.map((e) => e.kind)).toEqual([
      'restored',
      'renamed',
    ]);
    expect(compare({ isRemoved: true }, null).events).toEqual([]);
  });
});
