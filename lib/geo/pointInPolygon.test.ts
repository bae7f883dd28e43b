import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundingBoxOf, isInBox } from './boundingBox';
import { interiorPointOf } from './interiorPoint';
import { isInsideArea } from './pointInPolygon';
import { type AreaGeometry, isAreaGeometry, type Ring } from './polygon';

function square(west: number, south: number, size: number): Ring {
  const [east, north] = [west + size, south + size];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

/** A square of side 10 with a square hole of side 4 in its middle. */
const frame: AreaGeometry = { type: 'Polygon', coordinates: [square(0, 0, 10), square(3, 3, 4)] };
/** The frame, and a small square in its hole, and one far off. */
const islands: AreaGeometry = {
  type: 'MultiPolygon',
  coordinates: [frame.coordinates, [square(4, 4, 2)], [square(20, 20, 1)]],
};
/** Bent like a U, so that the centroid is outside. */
const bent: AreaGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [9, 0],
      [9, 9],
      [8, 9],
      [8, 1],
      [1, 1],
      [1, 9],
      [0, 9],
      [0, 0],
    ],
  ],
};

describe('isInsideArea', () => {
  it.each`
    area         | lon    | lat     | expected | where
    ${'frame'}   | ${1}   | ${1}    | ${true}  | ${'in the frame'}
    ${'frame'}   | ${5}   | ${5}    | ${false} | ${'in its hole'}
    ${'frame'}   | ${11}  | ${5}    | ${false} | ${'east of it'}
    ${'frame'}   | ${-1}  | ${5}    | ${false} | ${'west of it'}
    ${'frame'}   | ${5}   | ${10.1} | ${false} | ${'north of it'}
    ${'frame'}   | ${-5}  | ${3}    | ${false} | ${'on the parallel of a corner'}
    ${'islands'} | ${5}   | ${5}    | ${true}  | ${'on the island in the hole'}
    ${'islands'} | ${3.5} | ${3.5}  | ${false} | ${'in the hole beside the island'}
    ${'islands'} | ${20}  | ${20.5} | ${true}  | ${'on the far island'}
    ${'bent'}    | ${4.5} | ${4.5}  | ${false} | ${'between its arms'}
    ${'bent'}    | ${0.5} | ${8}    | ${true}  | ${'in an arm'}
  `('is $expected $where', ({ area, lon, lat, expected }) => {
    const areas: Record<string, AreaGeometry> = { frame, islands, bent };
    expect(isInsideArea(areas[area]!, { lat, lon })).toBe(expected);
  });

  it('puts every point of a triangle at one side of each chord or the other', () => {
    const number = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(number, number, number, (apex, lat, lon) => {
        const base: [number, number][] = [
          [-2, -2],
          [2, -2],
        ];
        const west: AreaGeometry = {
          type: 'Polygon',
          coordinates: [[[-2, 2], base[0]!, [apex, 2], [-2, 2]]],
        };
        const east: AreaGeometry = {
          type: 'Polygon',
          coordinates: [[base[0]!, base[1]!, [2, 2], [apex, 2], base[0]!]],
        };
        const point = { lat, lon };
        expect(Number(isInsideArea(west, point)) + Number(isInsideArea(east, point))).toBe(1);
      }),
    );
  });
});

describe('boundingBoxOf', () => {
  it('spans all polygons, edges included', () => {
    const box = boundingBoxOf(islands);
    expect(box).toEqual({ west: 0, south: 0, east: 21, north: 21 });
    expect(isInBox(box, { lat: 21, lon: 0 })).toBe(true);
    expect(isInBox(box, { lat: 21.1, lon: 0 })).toBe(false);
  });
});

describe('interiorPointOf', () => {
  it.each([
    ['a frame', frame],
    ['islands', islands],
    ['a bent area', bent],
  ])('is inside %s', (_, area) => {
    expect(isInsideArea(area, interiorPointOf(area)!)).toBe(true);
  });

  it('is null where there is no inside', () => {
    const point: Ring = [
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ];
    expect(interiorPointOf({ type: 'Polygon', coordinates: [point] })).toBeNull();
    expect(interiorPointOf({ type: 'MultiPolygon', coordinates: [] })).toBeNull();
  });
});

describe('isAreaGeometry', () => {
  it.each([frame, islands, bent])('accepts areas', (area) => {
    expect(isAreaGeometry(JSON.parse(JSON.stringify(area)))).toBe(true);
  });

  it.each([
    null,
    'Polygon',
    { type: 'Point', coordinates: [1, 2] },
    { type: 'Polygon' },
    { type: 'Polygon', coordinates: [] },
    { type: 'Polygon', coordinates: [[[1, 2]]] },
    {
      type: 'Polygon',
      coordinates: [
        [
          [1, 2],
          [3, 4],
          [5, 'x'],
          [1, 2],
        ],
      ],
    },
    {
      type: 'Polygon',
      coordinates: [
        [
          [600000, 2],
          [3, 4],
          [5, 6],
          [600000, 2],
        ],
      ],
    },
    { type: 'MultiPolygon', coordinates: frame.coordinates },
  ])('refuses %j', (value) => {
    expect(isAreaGeometry(value)).toBe(false);
  });
});
