import { describe, expect, it } from 'vitest';
import { distanceM, isPosition } from './position';

const notreDame = { lat: 48.853, lon: 2.3499 };
const eiffelTower = { lat: 48.8584, lon: 2.2945 };

describe('distanceM', () => {
  it('agrees with the ellipsoid within half a percent', () => {
    // 4,110 m by Vincenty's formula on WGS 84.
    expect(distanceM(notreDame, eiffelTower)).toBeGreaterThan(4_110 * 0.995);
    expect(distanceM(notreDame, eiffelTower)).toBeLessThan(4_110 * 1.005);
  });

  it('is exactly the same both ways, and 0 to itself', () => {
    expect(distanceM(eiffelTower, notreDame)).toBe(distanceM(notreDame, eiffelTower));
    expect(distanceM(notreDame, notreDame)).toBe(0);
  });

  it('survives antipodes', () => {
    expect(distanceM({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(20_015_115, -2);
  });
});

describe('isPosition', () => {
  it.each([
    [48.85, 2.35, true],
    [-90, 180, true],
    [0, 2.35, true],
    [0, 0, false],
    [90.1, 0, false],
    [48.85, 181, false],
    [Number.NaN, 2.35, false],
    [48.85, Number.POSITIVE_INFINITY, false],
  ])('of %d, %d is %s', (lat, lon, expected) => {
    expect(isPosition(lat, lon)).toBe(expected);
  });
});
