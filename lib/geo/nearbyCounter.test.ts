import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNearbyCounter } from './nearbyCounter';
import { distanceM } from './position';

const place = fc.record({
  lat: fc.double({ min: 48.8, max: 48.83, noNaN: true }),
  lon: fc.double({ min: 2.3, max: 2.35, noNaN: true }),
});

describe('buildNearbyCounter', () => {
  it('counts as every distance taken one by one does', () => {
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 80 }),
        place,
        fc.integer({ min: 50, max: 1_000 }),
        (points, centre, radiusM) => {
          const near = points
            .map((point) => Math.round(distanceM(centre, point)))
            .filter((metres) => metres <= radiusM);
          const columns = { lat: points.map((p) => p.lat), lon: points.map((p) => p.lon) };
          expect(buildNearbyCounter(columns, radiusM)(centre.lat, centre.lon)).toEqual({
            count: near.length,
            nearestM: near.length === 0 ? null : Math.min(...near),
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([-33.9, 0, 59.9, 69.6])('finds points on all sides at latitude %d', (lat) => {
    const dLat = 290 / 111_195;
    const dLon = dLat / Math.cos((lat * Math.PI) / 180);
    const around = {
      lat: [lat + dLat, lat - dLat, lat, lat],
      lon: [10, 10, 10 + dLon, 10 - dLon],
    };
    expect(buildNearbyCounter(around, 300)(lat, 10)).toEqual({ count: 4, nearestM: 290 });
    expect(buildNearbyCounter(around, 280)(lat, 10)).toEqual({ count: 0, nearestM: null });
  });

  it('is not led astray by a point at the other end of the world', () => {
    const count = buildNearbyCounter({ lat: [48.85, -90], lon: [2.35, 179] }, 300);
    expect(count(48.85, 2.35)).toEqual({ count: 1, nearestM: 0 });
  });
});
