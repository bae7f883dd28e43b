import { describe, expect, it } from 'vitest';
import { testCity } from '../map/testCity';
import { wallScenes } from './wallScenes';

const district = (districtId: string, level: number, parentId: string | null, code: string) => ({
  ...{ districtId, level, parentId, code, name: `District ${code}` },
});
const view = testCity(
  [
    { id: 'a', districtId: 'q1', severity: 'empty', shortage: 6, covered: 0 },
    { id: 'b', districtId: 'd10', severity: 'critical', shortage: 4, covered: 1 },
    { id: 'c', districtId: 'd10', severity: 'low', shortage: 1, covered: 0 },
    { id: 'd', districtId: null, severity: 'ok' },
  ],
  {
    districts: [
      district('d10', 1, null, '10'),
      district('d9', 1, null, '9'),
      district('d11', 1, null, '11'),
      district('q1', 2, 'd9', '33'),
    ],
  },
);

describe('wallScenes', () => {
  it('begins with the city, then takes the districts that have stations by their number', () => {
    const names = wallScenes(view).map(({ name }) => name);
    expect(names).toEqual(['Test city', 'District 9', 'District 10']);
  });

  it('counts the stations of a district and of the quarters inside it', () => {
    const [city, ninth, tenth] = wallScenes(view);
    expect(city?.counts).toEqual({ empty: 1, critical: 1, low: 1, ok: 1, unknown: 0 });
    expect([...ninth!.stations]).toEqual([0]);
    expect(tenth?.counts).toEqual({ empty: 0, critical: 1, low: 1, ok: 0, unknown: 0 });
  });

  it('adds up and lists what nothing covers, worst first', () => {
    const [city, , tenth] = wallScenes(view);
    expect(city).toMatchObject({ uncoveredShortage: 7, worst: [0, 2] });
    expect(tenth).toMatchObject({ uncoveredShortage: 1, worst: [2] });
  });
});
