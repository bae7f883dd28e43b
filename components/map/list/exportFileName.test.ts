import { describe, expect, it } from 'vitest';
import { testCity, testFreshness } from '../testCity';
import { exportFileName } from './exportFileName';

const city = testCity([]);
const at = (fetchedAt: number | null, base: Partial<typeof city.base> = {}) => ({
  base: { ...city.base, ...base },
  frame: { ...city.frame, freshness: { ...testFreshness, fetchedAt } },
});

describe('exportFileName', () => {
  it('has the city and its own clock', () => {
    const atS = Date.UTC(2026, 10, 23, 23, 5) / 1_000;
    expect(exportFileName(at(atS), 'csv')).toBe('stations-test-2026-11-24-0005.csv');
  });

  it('tells what is not real, and stays a name whatever the city is called', () => {
    const odd = { systemId: '../a b', simulation: 'generated' as const };
    expect(exportFileName(at(null, odd), 'geojson')).toBe('stations-..-a-b-simulated.geojson');
  });
});
