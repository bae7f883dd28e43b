import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isChronic } from './chronic';
import { cityRowOf, districtRowsOf } from './cityRows';
import { districtGroups } from './districtGroups';
import { RANKINGS } from './insightFilter';
import type { StationRow } from './insightRows';
import { rankStations } from './rankStations';

function rowOf(stationId: string, over: Partial<StationRow> = {}): StationRow {
  return {
    stationId,
    name: `Station ${stationId}`,
    districtId: null,
    removedAt: null,
    days: 10,
    emptyDays: 4,
    openMin: 1_000,
    emptyMin: 100,
    emptyShare: 0.1,
    coveredShare: 0.5,
    lostADay: 2,
    uncoveredADay: 1,
    worstHour: 8,
    weekChange: 0,
    isChronic: false,
    ...over,
  };
}

const known = fc.option(fc.double({ min: -1, max: 9, noNaN: true }), { nil: null });
const rowsArb = fc.uniqueArray(
  fc
    .record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      measure: known,
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ id, measure, share }) =>
      rowOf(id, {
        uncoveredADay: measure,
        lostADay: measure,
        weekChange: measure,
        emptyShare: share,
      }),
    ),
  { selector: ({ stationId }) => stationId, maxLength: 12 },
);

test('a ranking does not depend on how the rows came in, and loses none', () => {
  fc.assert(
    fc.property(rowsArb, fc.constantFrom(...RANKINGS), (rows, by) => {
      const ranked = rankStations(rows, by);
      expect(rankStations([...rows].reverse(), by)).toEqual(ranked);
      expect(new Set(ranked)).toEqual(new Set(rows));
    }),
  );
});

test('a loss that nobody knows stands between the known ones and none, by its empty time', () => {
  const rows = [
    rowOf('unknown, half empty', { uncoveredADay: null, emptyShare: 0.5 }),
    rowOf('none lost', { uncoveredADay: 0, emptyShare: 0.01 }),
    rowOf('unknown, quite empty', { uncoveredADay: null, emptyShare: 0.9 }),
    rowOf('most lost', { uncoveredADay: 7 }),
  ];
  expect(rankStations(rows, 'uncovered').map(({ stationId }) => stationId)).toEqual([
    'most lost',
    'unknown, quite empty',
    'unknown, half empty',
    'none lost',
  ]);
});

test('chronic is half of the days, of five or more', () => {
  expect([isChronic(4, 4), isChronic(2, 5), isChronic(3, 5), isChronic(10, 20)]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test('the districts of a city add up to it, and hold their worst station', () => {
  const district = (districtId: string, parentId: string | null) => ({
    districtId,
    level: parentId === null ? 1 : 2,
    parentId,
    code: null,
    name: districtId.toUpperCase(),
  });
  const groups = districtGroups(
    [district('a', null), district('a1', 'a'), district('a2', 'a'), district('b', null)],
    null,
  );
  const rows = rankStations(
    [
      rowOf('1', { districtId: 'a1', uncoveredADay: 3, emptyMin: 200 }),
      rowOf('2', { districtId: 'a2', uncoveredADay: 5, coveredShare: null, emptyMin: 0 }),
      rowOf('3', { districtId: 'b', uncoveredADay: 4 }),
      rowOf('4', { uncoveredADay: null, lostADay: null }),
    ],
    'uncovered',
  );
  const districts = districtRowsOf(rows, 10, groups);
  expect(
    districts.map(({ name, stations, uncoveredADay, worstStationId }) => [
      name,
      stations,
      uncoveredADay,
      worstStationId,
    ]),
  ).toEqual([
    ['A', 2, 8, '2'],
    ['B', 1, 4, '3'],
    [null, 1, null, '4'],
  ]);
  const city = cityRowOf(rows, 10);
  expect(city.openMin).toBe(districts.reduce((sum, { openMin }) => sum + openMin, 0));
  expect(city.emptyMin).toBe(districts.reduce((sum, { emptyMin }) => sum + emptyMin, 0));
  // Weighed by empty time: the one that was never empty has no say.
  expect(city.coveredShare).toBeCloseTo(0.5);
});

test('a district is told by those within it', () => {
  const groups = districtGroups(
    [
      { districtId: 'a', level: 1, parentId: null, code: null, name: 'A' },
      { districtId: 'a1', level: 2, parentId: 'a', code: null, name: 'A1' },
    ],
    'a',
  );
  expect([
    groups.isAsked('a1'),
    groups.isAsked('a'),
    groups.isAsked('b'),
    groups.isAsked(null),
  ]).toEqual([true, true, false, false]);
  expect([groups.groupOf('a1'), groups.groupOf('a')]).toEqual(['a1', 'a']);
});
