import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordingsDir } from '@/lib/env/testEnv';
import type { AreaGeometry } from '@/lib/geo/polygon';
import { assignDistricts, type DistrictArea, resolveParents } from './districtOf';

function square(west: number, south: number, size: number): AreaGeometry {
  const [east, north] = [west + size, south + size];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

function district(districtId: string, level: number, geometry: AreaGeometry): DistrictArea {
  return { districtId, level, parentId: null, geometry };
}

const city = [
  district('west', 1, square(0, 0, 10)),
  district('east', 1, square(10, 0, 10)),
  district('westQuarter', 2, square(0, 0, 5)),
];

describe('assignDistricts', () => {
  it('gives each station the deepest district, in any order of the districts', () => {
    const stations = [
      { stationId: 'a', lat: 1, lon: 1 },
      { stationId: 'b', lat: 8, lon: 1 },
      { stationId: 'c', lat: 5, lon: 15 },
      { stationId: 'outside', lat: 50, lon: 50 },
    ];
    const expected = new Map([
      ['a', 'westQuarter'],
      ['b', 'west'],
      ['c', 'east'],
    ]);
    expect(assignDistricts(stations, city)).toEqual(expected);
    expect(assignDistricts(stations, [...city].reverse())).toEqual(expected);
  });

  it('decides overlaps of one level by id', () => {
    const twice = [district('b', 1, square(0, 0, 1)), district('a', 1, square(0, 0, 1))];
    const station = { stationId: '1', lat: 0.5, lon: 0.5 };
    expect(assignDistricts([station], twice).get('1')).toBe('a');
  });
});

describe('resolveParents', () => {
  it('finds the parent by a point inside, keeping what the feed said', () => {
    const said = { ...district('said', 2, square(0, 0, 1)), parentId: 'east' };
    const unheardOf = { ...district('unheardOf', 2, square(12, 2, 1)), parentId: 'nowhere' };
    const alone = district('alone', 2, square(50, 50, 1));
    const parents = resolveParents([...city, said, unheardOf, alone]).map((d) => d.parentId);
    expect(parents).toEqual([null, null, 'west', 'east', 'east', null]);
  });
});

const geoDir = path.join(recordingsDir(), 'geo');

interface ZonedStation {
  neighbourhood_id: number | null;
  arrondissment_id: number | null;
  base: { name: string; lat: number; lon: number };
}

function features(file: string, level: number, idOf: (properties: Properties) => unknown) {
  const { features } = JSON.parse(readFileSync(path.join(geoDir, file), 'utf8')) as {
    features: { properties: Properties; geometry: AreaGeometry }[];
  };
  return features.map(({ properties, geometry }) =>
    district(String(idOf(properties)), level, geometry),
  );
}

type Properties = Record<string, string | number>;

describe.skipIf(!existsSync(geoDir))('districts of Paris (skips without the recordings)', () => {
  const arrondissements = () => features('paris_arrondissements.geojson', 1, (p) => p.c_arinsee);
  const quartiers = () => features('paris_quartiers.geojson', 2, (p) => p.c_quinsee);

  it('finds the arrondissement of each quartier', () => {
    const resolved = resolveParents([...arrondissements(), ...quartiers()]).slice(20);
    expect(resolved).toHaveLength(80);
    for (const quartier of resolved) {
      // Quartier 7510603 is the third of arrondissement 75106 (INSEE 75106, quartier code 751 06 03).
      expect(quartier.parentId).toBe(quartier.districtId.slice(0, 5));
    }
  });

  it('agrees with the published zones of the stations of 2023', () => {
    const zoned = JSON.parse(
      readFileSync(path.join(geoDir, 'velib_stations_zoned_2023.json'), 'utf8'),
    ) as Record<string, ZonedStation>;
    const stations = Object.entries(zoned).map(([stationId, { base }]) => ({ stationId, ...base }));
    const found = assignDistricts(stations, [...arrondissements(), ...quartiers()]);
    const differing = Object.entries(zoned).filter(([stationId, zone]) => {
      const published = zone.neighbourhood_id === null ? undefined : String(zone.neighbourhood_id);
      return found.get(stationId) !== published;
    });
    expect(found.size).toBeGreaterThan(900);
    expect(differing.map(([, zone]) => zone.base.name)).toEqual([]);
  });
});
