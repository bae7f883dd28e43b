import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '@/lib/deficit/assessment';
import { seededRng } from '@/lib/units/rng';
import { tallyClusters } from '../canvas/clusterTally';
import { mercatorPoints, worldSizePx } from '../canvas/mercator';
import { testCity } from '../testCity';
import { clusterLevels } from './clusterLevels';
import { clusterPoints } from './clusterPoints';
import { clustersAt } from './clustersAt';

/** Points at even steps on a line. */
function row(count: number, step: number): Float64Array {
  return Float64Array.from({ length: count * 2 }, (_, k) => (k % 2 === 0 ? (k / 2) * step : 0.5));
}

function scattered(count: number): Float64Array {
  const rng = seededRng(7);
  const lat = Array.from({ length: count }, () => 48.8 + rng() * 0.3);
  return mercatorPoints({ lat, lon: lat.map(() => 2.2 + rng() * 0.4) });
}

describe('clusterPoints', () => {
  it('gathers what is within the radius of the first, and no more', () => {
    const { count, clusterOf, size, centres } = clusterPoints(row(5, 1), 1.5);
    expect([...clusterOf]).toEqual([0, 0, 1, 1, 2]);
    expect([...size]).toEqual([2, 2, 1]);
    expect(count).toBe(3);
    expect(centres[0]).toBe(0.5);
    expect(centres[2]).toBe(2.5);
  });

  it('loses no point and counts none twice', () => {
    const points = scattered(2_000);
    const { count, clusterOf, size } = clusterPoints(points, 0.0001);
    expect(Math.min(...clusterOf)).toBe(0);
    expect(Math.max(...clusterOf)).toBe(count - 1);
    expect(size.reduce((sum, one) => sum + one, 0)).toBe(2_000);
  });

  it('takes nothing', () => {
    expect(clusterPoints(new Float64Array(), 1).count).toBe(0);
  });
});

describe('clusterLevels', () => {
  const rule = { radiusPx: 28, minMeanSize: 4, minPoints: 100 };

  it('clusters from afar and stops where the points come apart', () => {
    const levels = clusterLevels(scattered(2_000), rule);
    const counts = [...levels.values()].map(({ count }) => count);
    expect(counts.length).toBeGreaterThan(1);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    for (const count of counts) expect(2_000 / count).toBeGreaterThanOrEqual(4);
    expect(clustersAt(levels, 19)).toBeNull();
  });

  it('leaves few points alone', () => {
    expect(clusterLevels(row(99, 1 / worldSizePx(9)), rule).size).toBe(0);
  });

  it('serves a zoom between two, and one below the first', () => {
    const levels = clusterLevels(row(200, 1e-9), rule);
    expect(clustersAt(levels, 11.75)).toBe(levels.get(12));
    expect(clustersAt(levels, 3)).toBe(levels.get(9));
    expect(clustersAt(null, 12)).toBeNull();
  });
});

describe('tallyClusters', () => {
  const view = testCity([
    { id: 'a', severity: 'empty' },
    { id: 'b', severity: 'low' },
    { id: 'c', severity: 'ok' },
    { id: 'd', severity: 'ok' },
  ]);
  const clusters = clusterPoints(row(4, 1), 2.5);
  const counted = (tally: ReturnType<typeof tallyClusters>, cluster: number) =>
    Object.fromEntries(
      SEVERITIES.map((name, at) => [name, tally.counts[cluster * SEVERITIES.length + at]!]),
    );

  it('never lets the worst vanish in its cluster', () => {
    const tally = tallyClusters(clusters, view, null);
    expect([...tally.total]).toEqual([3, 1]);
    expect([...tally.worst]).toEqual([0, 3]);
    expect(counted(tally, 0)).toEqual({ empty: 1, critical: 0, low: 1, ok: 1, unknown: 0 });
  });

  it('counts what the filters keep', () => {
    const tally = tallyClusters(clusters, view, new Set([1, 2]));
    expect([...tally.total]).toEqual([2, 0]);
    expect([...tally.worst]).toEqual([1, -1]);
  });
});
