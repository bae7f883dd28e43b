import { describe, expect, it } from 'vitest';
import { rankStations } from './rank';

/** Two stations alike in everything but what the test says. */
function rankOfTwo(change: Partial<Record<string, [number, number]>>) {
  const same: [number, number] = [3, 3];
  return rankStations(
    {
      severity: change.severity ?? [0, 0],
      uncoveredShortage: change.uncoveredShortage ?? same,
      shortage: change.shortage ?? [5, 5],
      usableBikes: change.usableBikes ?? [1, 1],
      targetBikes: [6, 6],
      unknownReason: [null, null],
      covered: [1, 1],
      nearestWithBikes: [1, 0],
      nearestWithBikesM: [100, 100],
      vehiclesNear: [0, 0],
    },
    change.idOrder ?? [1, 0],
  );
}

describe('rankStations', () => {
  it.each([
    ['more uncovered shortage', { uncoveredShortage: [3.1, 3], severity: [2, 0] }],
    ['worse severity', { severity: [0, 1], shortage: [4, 5] }],
    ['more shortage', { shortage: [6, 5], usableBikes: [2, 1] }],
    ['fewer bikes to spare', { usableBikes: [0, 1] }],
    ['a smaller id', { idOrder: [0, 1] }],
  ] as [string, Parameters<typeof rankOfTwo>[0]][])('puts %s first', (_, change) => {
    expect(rankOfTwo(change)).toEqual([0, 1]);
    const turned = Object.entries(change).map(([name, pair]) => [name, pair!.toReversed()]);
    expect(rankOfTwo({ idOrder: [0, 1], ...Object.fromEntries(turned) })).toEqual([1, 0]);
  });
});
