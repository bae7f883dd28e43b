import { describe, expect, it } from 'vitest';
import { defaultSettings } from '@/lib/settings/settings';
import type { Thresholds } from '@/lib/settings/settingValues';
import { assessCity } from './assessCity';
import { SEVERITIES, UNKNOWN_REASONS } from './assessment';
import { buildNeighbours } from './neighbours';
import {
  type AssessableStation,
  assessmentOf,
  northOf,
  REPORTED_AT,
  testCity,
  testStation,
} from './testCity';

type Vehicles = Parameters<typeof testCity>[1];

function assess(
  rows: AssessableStation[],
  thresholds: Partial<Thresholds> = {},
  vehicles?: Vehicles,
) {
  const city = testCity(rows, vehicles);
  const columns = assessCity(
    city,
    { ...defaultSettings, ...thresholds },
    buildNeighbours(city.stations),
  );
  const of = (i: number) => {
    const { severity, unknownReason, ...rest } = assessmentOf(columns, i);
    const reason = unknownReason === null ? null : UNKNOWN_REASONS[unknownReason];
    return { ...rest, severity: SEVERITIES[severity], unknownReason: reason };
  };
  return { of, columns };
}

describe('one station by its own numbers', () => {
  // Default thresholds: at least 3 bikes, 20% of capacity; empty at 0, critical at half the target.
  it.each`
    bikes | phantomBikes | capacity | severity      | targetBikes | shortage | why
    ${0}  | ${0}         | ${30}    | ${'empty'}    | ${6}        | ${6}     | ${'nothing there'}
    ${1}  | ${0}         | ${30}    | ${'critical'} | ${6}        | ${5}     | ${'below half the target'}
    ${3}  | ${0}         | ${30}    | ${'critical'} | ${6}        | ${3}     | ${'exactly half the target'}
    ${4}  | ${0}         | ${30}    | ${'low'}      | ${6}        | ${2}     | ${'above half'}
    ${5}  | ${0}         | ${30}    | ${'low'}      | ${6}        | ${1}     | ${'one short'}
    ${6}  | ${0}         | ${30}    | ${'ok'}       | ${6}        | ${0}     | ${'on target'}
    ${40} | ${0}         | ${30}    | ${'ok'}       | ${6}        | ${0}     | ${'more than it can hold'}
    ${2}  | ${2}         | ${30}    | ${'empty'}    | ${6}        | ${6}     | ${'broken bikes only'}
    ${2}  | ${5}         | ${30}    | ${'empty'}    | ${6}        | ${6}     | ${'more phantoms than bikes'}
    ${7}  | ${2}         | ${30}    | ${'low'}      | ${6}        | ${1}     | ${'phantoms are not usable'}
    ${2}  | ${0}         | ${10}    | ${'low'}      | ${3}        | ${1}     | ${'the minimum outweighs 20% of 10'}
    ${0}  | ${0}         | ${31}    | ${'empty'}    | ${7}        | ${7}     | ${'6.2 is rounded up'}
    ${0}  | ${0}         | ${35}    | ${'empty'}    | ${7}        | ${7}     | ${'0.2 x 35 is 7 and not 8'}
    ${1}  | ${0}         | ${2}     | ${'critical'} | ${2}        | ${1}     | ${'no more than it can hold'}
    ${0}  | ${0}         | ${0}     | ${'ok'}       | ${0}        | ${0}     | ${'a relay without docks'}
    ${2}  | ${0}         | ${null}  | ${'low'}      | ${3}        | ${1}     | ${'capacity not known'}
  `('$bikes bikes, $phantomBikes phantoms, $capacity docks: $why', (row) => {
    const { bikes, phantomBikes, capacity, severity, targetBikes, shortage } = row;
    const { of } = assess([testStation({ bikes, phantomBikes, capacity })]);
    expect(of(0)).toMatchObject({ severity, targetBikes, shortage, uncoveredShortage: shortage });
    expect(of(0).usableBikes).toBe(Math.max(0, bikes - phantomBikes));
  });

  it('follows the thresholds of the admin', () => {
    const rows = [testStation({ bikes: 4 })];
    expect(assess(rows, { targetRatio: 0.1 }).of(0).severity).toBe('ok');
    expect(assess(rows, { criticalShare: 0.7 }).of(0).severity).toBe('critical');
    expect(assess(rows, { emptyBikes: 4 }).of(0).severity).toBe('empty');
    expect(assess(rows, { minBikes: 0, targetRatio: 0, emptyBikes: 4 }).of(0).severity).toBe('ok');
  });
});

describe('unknown stations', () => {
  const hour = 3600;
  it.each`
    change                                        | unknownReason
    ${{ bikes: null, flags: null }}               | ${'noStatus'}
    ${{ flags: 6 }}                               | ${'notInstalled'}
    ${{ flags: 5 }}                               | ${'notRenting'}
    ${{ lastReportedAt: null }}                   | ${'neverReported'}
    ${{ lastReportedAt: REPORTED_AT - hour - 1 }} | ${'stale'}
  `('$unknownReason: never a deficit', ({ change, unknownReason }) => {
    const { of } = assess([testStation(change)]);
    expect(of(0)).toMatchObject({
      severity: 'unknown',
      unknownReason,
      usableBikes: null,
      targetBikes: null,
      shortage: 0,
      uncoveredShortage: 0,
      covered: 0,
    });
  });

  it('judges a station that reported exactly an hour before the median, or after it', () => {
    expect(assess([testStation({ lastReportedAt: REPORTED_AT - hour })]).of(0).severity).toBe(
      'empty',
    );
    expect(assess([testStation({ lastReportedAt: REPORTED_AT + hour })]).of(0).severity).toBe(
      'empty',
    );
  });

  it('does not count returns: a station that rents but takes none back is judged', () => {
    expect(assess([testStation({ flags: 3 })]).of(0).severity).toBe('empty');
  });

  it('measures silence against the feed: one that lags as a whole keeps its stations', () => {
    const late = REPORTED_AT - 5 * hour;
    const city = testCity([testStation({ lastReportedAt: late })], [], late);
    const columns = assessCity(city, defaultSettings, buildNeighbours(city.stations));
    expect(SEVERITIES[columns.severity[0]!]).toBe('empty');
  });
});

describe('cover', () => {
  const empty = testStation();
  const full = (distanceM: number, change: Partial<AssessableStation> = {}) =>
    testStation({ stationId: '2', bikes: 9, ...northOf(distanceM), ...change });

  it('by a station with bikes within the walk, by how far it is', () => {
    expect(assess([empty, full(100)]).of(0)).toMatchObject({
      severity: 'empty',
      shortage: 6,
      covered: 1,
      nearestWithBikes: 1,
      nearestWithBikesM: 100,
      // 6 x (1 - exp(-0.194)) = 1.06
      uncoveredShortage: 1.1,
    });
    // 6 x (1 - exp(-0.582)) = 2.65
    expect(assess([empty, full(300)]).of(0)).toMatchObject({ covered: 1, uncoveredShortage: 2.6 });
  });

  it('not beyond the walk, though the nearest is named up to 2 km', () => {
    const beyond = { covered: 0, uncoveredShortage: 6 };
    expect(assess([empty, full(301)]).of(0)).toMatchObject({ ...beyond, nearestWithBikesM: 301 });
    expect(assess([empty, full(1990)]).of(0)).toMatchObject({ ...beyond, nearestWithBikes: 1 });
    expect(assess([empty, full(2010)]).of(0)).toMatchObject({ ...beyond, nearestWithBikes: null });
  });

  it.each<[string, Partial<AssessableStation>]>([
    ['too few bikes', { bikes: 2 }],
    ['too few usable bikes', { phantomBikes: 7 }],
    ['not renting', { flags: 5 }],
    ['long silent', { lastReportedAt: REPORTED_AT - 86_400 }],
  ])('not by a station with %s', (_, change) => {
    expect(assess([empty, full(100, change)]).of(0)).toMatchObject({
      covered: 0,
      nearestWithBikes: null,
      uncoveredShortage: 6,
    });
  });

  it('by own vehicles, when enough stand within the walk', () => {
    const vehicles = [northOf(150), northOf(250), northOf(400)];
    expect(assess([empty], {}, vehicles).of(0)).toMatchObject({
      vehiclesNear: 2,
      covered: 1,
      // 6 x (1 - exp(-0.291)) = 1.51
      uncoveredShortage: 1.5,
    });
    expect(assess([empty], { coverMinVehicles: 3 }, vehicles).of(0)).toMatchObject({
      vehiclesNear: 2,
      covered: 0,
      uncoveredShortage: 6,
    });
  });

  it('says nothing of stations that are ok: there is nothing to cover', () => {
    expect(assess([testStation({ bikes: 20 }), full(100)]).of(0).covered).toBe(0);
  });
});

describe('rank', () => {
  it('puts uncovered shortage first, then severity, shortage, few to spare, and the id', () => {
    const far = (km: number) => northOf(km * 5_000);
    const rows = [
      testStation({ stationId: 'okMany', bikes: 25, ...far(1) }),
      testStation({ stationId: 'okFew', bikes: 6, ...far(2) }),
      testStation({ stationId: 'unknown', flags: 0, ...far(3) }),
      testStation({ stationId: 'b', ...far(4) }),
      testStation({ stationId: 'a', ...far(5) }),
      testStation({ stationId: 'largeLow', capacity: 90, bikes: 10, ...far(6) }),
      testStation({ stationId: 'smallEmpty', capacity: 10, ...far(7) }),
      testStation({ stationId: 'critical', capacity: 30, bikes: 3, ...far(8) }),
    ];
    const { rank } = assess(rows).columns;
    const worstFirst = rows.map((_, place) => rows[rank.indexOf(place)]!.stationId);
    expect(worstFirst).toEqual([
      'largeLow',
      'a',
      'b',
      'smallEmpty',
      'critical',
      'okFew',
      'okMany',
      'unknown',
    ]);
  });
});

describe('assessCity', () => {
  it('judges a city of no stations', () => {
    const { columns } = assess([]);
    expect(Object.values(columns).every((column) => column.length === 0)).toBe(true);
  });

  it('refuses neighbours of another layout', () => {
    const two = testCity([testStation(), testStation({ stationId: '2' })]);
    const one = buildNeighbours(testCity([testStation()]).stations);
    expect(() => assessCity(two, defaultSettings, one)).toThrow('neighbours of 1 stations');
  });
});
