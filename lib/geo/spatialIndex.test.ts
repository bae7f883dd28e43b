import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceM } from './position';
import { buildSpatialIndex } from './spatialIndex';

const place = fc.record({
  lat: fc.double({ min: 59.9, max: 59.95, noNaN: true }),
  lon: fc.double({ min: 10.7, max: 10.8, noNaN: true }),
});

describe('buildSpatialIndex', () => {
  it('finds what taking every distance finds, nearest first', () => {
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 60 }),
        place,
        fc.integer({ min: 10, max: 3_000 }),
        (positions, centre, radiusM) => {
          const expected = positions
            .map((position, index) => ({ index, distanceM: distanceM(centre, position) }))
            .filter((neighbour) => neighbour.distanceM <= radiusM)
            .sort((a, b) => a.distanceM - b.distanceM || a.index - b.index);
          expect(buildSpatialIndex(positions).within(centre, radiusM)).toEqual(expected);
        },
      ),
    );
  });

  it('never finds points without coordinates', () => {
    const positions = [
      { lat: Number.NaN, lon: Number.NaN },
      { lat: 48.85, lon: 2.35 },
    ];
    const found = buildSpatialIndex(positions).within({ lat: 48.85, lon: 2.35 }, 100);
    expect(found).toEqual([{ index: 1, distanceM: 0 }]);
  });
});
