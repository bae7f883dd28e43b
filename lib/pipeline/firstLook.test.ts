import { describe, expect, test } from 'vitest';
import { testCity } from '@/components/map/testCity';
import { firstLook } from './firstLook';

const districts = ['a', 'b'].map((districtId) => {
  return { districtId, level: 1, parentId: null, code: null, name: `District ${districtId}` };
});

/** Ranked as they stand: the worst is `one`. */
const view = testCity(
  [
    { id: 'one', severity: 'empty', shortage: 6, districtId: 'b', mechanical: 0 },
    { id: 'two', severity: 'critical', shortage: 4, mechanical: 1 },
    { id: 'three', severity: 'ok', districtId: 'a', mechanical: 9 },
    { id: 'four', severity: 'unknown' },
  ],
  { districts },
);

describe('firstLook', () => {
  test('is the worst stations as a city of their own, and counts of the whole one', () => {
    const { worst, counts, total } = firstLook(view, 2);
    expect(worst.base.stations.stationId).toEqual(['one', 'two']);
    expect(worst.frame.assessment.rank).toEqual([0, 1]);
    expect(worst.frame.assessment.shortage).toEqual([6, 4]);
    expect(worst.frame.status.numBikesAvailable).toEqual([0, 1]);
    expect(worst.base.districts.map(({ districtId }) => districtId)).toEqual(['b']);
    expect(counts).toEqual({ empty: 1, critical: 1, low: 0, ok: 1, unknown: 1 });
    expect(total).toBe(4);
  });

  test('goes by rank, not by place in the columns', () => {
    const rank = [3, 2, 1, 0];
    const assessment = { ...view.frame.assessment, rank };
    const turned = { ...view, frame: { ...view.frame, assessment } };
    expect(firstLook(turned, 3).worst.base.stations.stationId).toEqual(['four', 'three', 'two']);
  });

  test('of a city with fewer stations is all of it', () => {
    expect(firstLook(view, 12).worst.base.stations.stationId).toHaveLength(4);
  });
});
