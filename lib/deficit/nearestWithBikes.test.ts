import { describe, expect, it } from 'vitest';
import { distanceM } from '@/lib/geo/position';
import { seededRng } from '@/lib/units/rng';
import { findNearestWithBikes } from './nearestWithBikes';
import { buildNeighbours } from './neighbours';

/** 400 stations within about 900 m: more neighbours than are kept. */
function denseCity(seed: number) {
  const rng = seededRng(seed);
  const draw = () => Array.from({ length: 400 }, () => rng());
  return {
    rng,
    stationId: draw().map((_, i) => String(i)),
    lat: draw().map((share) => 48.85 + share * 0.008),
    lon: draw().map((share) => 2.35 + share * 0.012),
  };
}

describe('findNearestWithBikes in a dense city', () => {
  it.each([0.5, 0.02, 0.005, 0])(
    'finds the nearest where %d of the stations hold bikes',
    (share) => {
      const { rng, ...stations } = denseCity(7);
      const usable = stations.lat.map(() => (rng() < share ? 5 : 2));
      const positions = stations.lat.map((lat, i) => ({ lat, lon: stations.lon[i]! }));
      const found = findNearestWithBikes(
        buildNeighbours(stations),
        usable,
        usable.map(() => 3),
      );

      positions.forEach((position, i) => {
        const metres = positions.map((other, index) =>
          index !== i && usable[index]! >= 3 ? distanceM(position, other) : Infinity,
        );
        const nearest = Math.min(...metres);
        expect(found.nearestWithBikesM[i]).toBe(nearest === Infinity ? null : Math.round(nearest));
        expect(found.nearestWithBikes[i]).toBe(
          nearest === Infinity ? null : metres.indexOf(nearest),
        );
      });
    },
  );

  it('breaks ties by stationId, also beyond the neighbours that are kept', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => ({ id: `m${i}`, lat: 48.85, bikes: 0 }));
    const rows = [
      ...crowd,
      { id: 'z', lat: 48.851, bikes: 9 },
      { id: 'a', lat: 48.851, bikes: 9 },
      { id: 'k', lat: 48.851, bikes: 9 },
    ];
    const neighbours = buildNeighbours({
      stationId: rows.map((row) => row.id),
      lat: rows.map((row) => row.lat),
      lon: rows.map(() => 2.35),
    });
    const { nearestWithBikes } = findNearestWithBikes(
      neighbours,
      rows.map((row) => row.bikes),
      rows.map(() => 3),
    );
    expect(nearestWithBikes.slice(0, 40)).toEqual(crowd.map(() => 41));
    expect(nearestWithBikes.slice(40)).toEqual([41, 42, 41]);
  });
});
