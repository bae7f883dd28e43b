import { describe, expect, it } from 'vitest';
import { testCity } from '../testCity';
import { districtSums } from './districtSums';
import { heatField } from './heatField';
import { DISTRICT_BREAKS, districtClass, heatColour, scaleSteps } from './shortageScale';

describe('districtSums', () => {
  const district = (districtId: string, level: number, parentId: string | null) => ({
    ...{ districtId, level, parentId },
    ...{ code: null, name: districtId },
  });

  it('adds quartiers to their arrondissement', () => {
    const view = testCity(
      [
        { id: 'a', districtId: 'q1', severity: 'empty', shortage: 4 },
        { id: 'b', districtId: 'q2', severity: 'critical', shortage: 2 },
        { id: 'c', districtId: 'q1', severity: 'unknown' },
        { id: 'd', districtId: null, severity: 'empty', shortage: 9 },
      ],
      { districts: [district('A', 1, null), district('q1', 2, 'A'), district('q2', 2, 'A')] },
    );
    const sums = districtSums(view);
    expect(sums.get('A')).toEqual({
      stations: 3,
      empty: 1,
      critical: 1,
      low: 0,
      uncoveredBikes: 6,
    });
    expect(sums.get('q1')).toMatchObject({ stations: 2, uncoveredBikes: 4 });
    expect([...sums.keys()].sort()).toEqual(['A', 'q1', 'q2']);
  });

  it('ends where parents run in a circle', () => {
    const view = testCity([{ id: 'a', districtId: 'x', severity: 'low', shortage: 1 }], {
      districts: [district('x', 2, 'y'), district('y', 1, 'x')],
    });
    expect(districtSums(view).get('y')).toMatchObject({ stations: 1, low: 1 });
  });
});

describe('heatField', () => {
  const grid = { columns: 80, rows: 80, left: 0, top: 0, cell: 1 };
  const radius = 20;
  const radiusKm = 0.4;
  const cellKm2 = (radiusKm / radius) ** 2;

  it('adds up to the bikes that are short', () => {
    const field = heatField(Float64Array.of(40.3, 39.1), [7], grid, radius, radiusKm);
    const bikes = field.reduce((sum, density) => sum + density * cellKm2, 0);
    expect(bikes).toBeCloseTo(7, 1);
  });

  it('is deepest at the station and nothing beyond the radius', () => {
    const field = heatField(Float64Array.of(40.5, 40.5), [5], grid, radius, radiusKm);
    const peak = (5 * 3) / (Math.PI * radiusKm ** 2);
    expect(Math.max(...field)).toBeCloseTo(peak, 3);
    expect(field[40 * 80 + 40]).toBeCloseTo(peak, 3);
    expect(field[40 * 80 + 61]).toBe(0);
    expect(field[0]).toBe(0);
  });

  it('shows the rim of a station outside the window', () => {
    const field = heatField(Float64Array.of(-5, 40), [5], grid, radius, radiusKm);
    expect(field[40 * 80]).toBeGreaterThan(0);
    expect(heatField(Float64Array.of(-50, 40), [5], grid, radius, radiusKm)[40 * 80]).toBe(0);
  });
});

describe('the scale of shortage', () => {
  it('has a colour for each class, and none below the first', () => {
    expect(districtClass(9.9, 'coarse')).toBe(-1);
    expect(districtClass(10, 'coarse')).toBe(0);
    expect(districtClass(1_000, 'fine')).toBe(DISTRICT_BREAKS.fine.length - 1);
    for (const theme of ['light', 'dark'] as const)
      expect(scaleSteps(theme)).toHaveLength(DISTRICT_BREAKS.coarse.length);
  });

  it('grows from nothing to the full colour, and no further', () => {
    expect(heatColour(0, 'light')[3]).toBe(0);
    const alphas = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].map((share) => heatColour(share, 'dark')[3]);
    expect(alphas).toEqual([...alphas].sort((a, b) => a - b));
    expect(heatColour(7, 'light')).toEqual(heatColour(1, 'light'));
    expect(heatColour(1, 'light')).toEqual(scaleSteps('light').at(-1));
  });
});
