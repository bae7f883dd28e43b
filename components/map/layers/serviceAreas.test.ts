import { describe, expect, it } from 'vitest';
import { seededRng } from '@/lib/units/rng';
import { mercatorPerMetre, mercatorPoints } from '../canvas/mercator';
import { serviceAreas } from './serviceAreas';

const LAT = 48.85;
const METRE = mercatorPerMetre(LAT);
const REACH = 500 * METRE;

function cornersOf({ corners, starts }: ReturnType<typeof serviceAreas>, i: number) {
  const all: [number, number][] = [];
  for (let at = starts[i]!; at < starts[i + 1]!; at += 1)
    all.push([corners[2 * at]!, corners[2 * at + 1]!]);
  return all;
}

function areaM2(corners: [number, number][]): number {
  const doubled = corners.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length]!;
    return sum + (x - corners[0]![0]) * (nextY - y) - (y - corners[0]![1]) * (nextX - x);
  }, 0);
  return Math.abs(doubled) / 2 / METRE ** 2;
}

describe('serviceAreas', () => {
  it('gives a lonely station its whole disc', () => {
    const areas = serviceAreas(mercatorPoints({ lat: [LAT, 49.5], lon: [2.35, 2.35] }), REACH);
    for (const i of [0, 1])
      expect(areaM2(cornersOf(areas, i)) / (Math.PI * 500 ** 2)).toBeCloseTo(1, 1);
  });

  it('parts the city so that each corner is nearest to its own station', () => {
    const rng = seededRng(3);
    const lat = Array.from({ length: 300 }, () => LAT + (rng() - 0.5) * 0.05);
    const points = mercatorPoints({ lat, lon: lat.map(() => 2.35 + (rng() - 0.5) * 0.08) });
    const areas = serviceAreas(points, REACH);
    for (let i = 0; i < 300; i += 1) {
      const own = cornersOf(areas, i);
      expect(own.length).toBeGreaterThan(2);
      for (const [x, y] of own) {
        const away = (k: number) => Math.hypot(points[2 * k]! - x, points[2 * k + 1]! - y);
        // The disc's sides lie about it: their ends stand out by less than 1%.
        expect(away(i)).toBeLessThan(REACH * 1.01);
        const nearest = Math.min(...Array.from({ length: 300 }, (_, k) => away(k)));
        expect(away(i) - nearest).toBeLessThan(REACH * 1e-6);
      }
    }
  });

  it('takes two stations at one place, and none', () => {
    const twins = serviceAreas(
      mercatorPoints({ lat: [LAT, LAT, LAT + 0.01], lon: [2.35, 2.35, 2.36] }),
      REACH,
    );
    const drawn = [0, 1].filter((i) => cornersOf(twins, i).length > 2);
    expect(drawn).toHaveLength(1);
    expect(serviceAreas(new Float64Array(), REACH).starts).toHaveLength(1);
  });
});
