import { describe, expect, it } from 'vitest';
import { isInsideArea } from '@/lib/geo/pointInPolygon';
import { layOutCity } from './cityLayout';
import { generateDistricts } from './districts';

const centre = { lat: 48.8589, lon: 2.347 };
const layout = layOutCity({ stations: 800, seed: 3, centre, numericIds: false });
const { features } = generateDistricts(centre, layout.edgeKm);
const districts = features.filter((f) => f.properties.level === 1);
const quarters = features.filter((f) => f.properties.level === 2);

describe('the generated districts', () => {
  it('are 20 with four quarters each, in closed rings', () => {
    expect(districts).toHaveLength(20);
    expect(quarters).toHaveLength(80);
    for (const feature of features) {
      const ring = feature.geometry.coordinates[0]!;
      expect(ring.length).toBeGreaterThan(8);
      expect(ring.at(-1)).toEqual(ring[0]);
    }
  });

  it('run anticlockwise, as RFC 7946 asks', () => {
    for (const feature of features) {
      const ring = feature.geometry.coordinates[0]!;
      let doubleArea = 0;
      for (let i = 1; i < ring.length; i += 1) {
        doubleArea += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
      }
      expect(doubleArea).toBeGreaterThan(0);
    }
  });

  it('hold nearly every station, each in one district and in a quarter of it', () => {
    let outside = 0;
    for (const station of layout.information) {
      const inDistricts = districts.filter((d) => isInsideArea(d.geometry, station));
      const inQuarters = quarters.filter((q) => isInsideArea(q.geometry, station));
      // Borders are drawn as straight pieces: beside one a station may fall to either side.
      expect(inDistricts.length).toBeLessThanOrEqual(1);
      if (inDistricts.length === 0) outside += 1;
      else if (inQuarters[0]) {
        expect(inQuarters[0].properties.c_ar).toBe(inDistricts[0]!.properties.c_ar);
      }
    }
    expect(outside).toBeLessThan(16);
  });

  it('number the stations, as Paris does', () => {
    const misnumbered = layout.information.filter((station) => {
      const district = districts.find((d) => isInsideArea(d.geometry, station));
      return district && !station.stationCode!.startsWith(String(district.properties.c_ar));
    });
    // Those moved from the river to its bank may have crossed a border.
    expect(misnumbered.length).toBeLessThan(40);
  });
});
