import { expect, test } from 'vitest';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { alertCityOf } from './alertCityOf';
import type { CityView } from './cityView';

function district(districtId: string, parentId: string | null): CityDistrict {
  return { districtId, level: parentId ? 2 : 1, parentId, code: null, name: `D ${districtId}` };
}

/** Only what rules look at. */
function viewOf(districts: CityDistrict[], districtId: (string | null)[]): CityView {
  const column = <T>(value: T) => districtId.map(() => value);
  return {
    base: {
      timezone: 'Europe/Paris',
      districts,
      stations: { stationId: districtId.map((_, i) => `s${i}`), name: column('S'), districtId },
    },
    frame: {
      freshness: { checkedAt: 1_795_420_800.25, medianReportedAt: null },
      assessment: { severity: column(0), covered: column(1), usableBikes: column(0) },
    },
  } as unknown as CityView;
}

test('a station stands in its quartier and in the arrondissement around it, which people know', () => {
  const view = viewOf([district('a9', null), district('q1', 'a9')], ['q1', 'a9', null, 'gone']);
  const { stations } = alertCityOf(view);
  expect(stations.map(({ districtIds }) => districtIds)).toEqual([['q1', 'a9'], ['a9'], [], []]);
  expect(stations.map(({ districtName }) => districtName)).toEqual(['D a9', 'D a9', null, null]);
  expect(stations[0]).toMatchObject({ severity: 'empty', isCovered: true, usableBikes: 0 });
});

test('districts that contain each other keep nobody waiting', () => {
  const view = viewOf([district('a', 'b'), district('b', 'a')], ['a']);
  expect(alertCityOf(view).stations[0]?.districtIds).toEqual(['a', 'b']);
});

test('data are as old as their last confirmation', () => {
  const city = alertCityOf(viewOf([], []));
  expect(city.confirmedAt?.toISOString()).toBe('2026-11-23T08:00:00.250Z');
  expect(city.medianReportedAt).toBeNull();
});
