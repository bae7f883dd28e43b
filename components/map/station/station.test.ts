import { describe, expect, it } from 'vitest';
import { appleMapsUrl, coordinatesText, googleMapsUrl } from './mapLinks';
import { nearbyStations } from './neighbourhood';

describe('nearbyStations', () => {
  const stations = { lat: [48.85, 48.851, 48.852, 48.9], lon: [2.35, 2.35, 2.35, 2.35] };

  it('lists the others, nearest first, within the radius', () => {
    const near = nearbyStations(stations, 1, 500, 10);
    expect(near.map(({ index }) => index)).toEqual([0, 2]);
    expect(near[0]!.distanceM).toBeCloseTo(111.2, 0);
    expect(nearbyStations(stations, 1, 500, 1)).toHaveLength(1);
  });

  it('has nothing to say about a station that is not there', () => {
    expect(nearbyStations(stations, -1, 500, 10)).toEqual([]);
  });
});

describe('links', () => {
  const here = { lat: 48.8566, lon: -0.5 };
  it('writes coordinates as map services read them', () => {
    expect(coordinatesText(here)).toBe('48.85660, -0.50000');
    expect(googleMapsUrl(here)).toMatch(/query=48\.85660%2C-0\.50000$/);
    expect(appleMapsUrl(here, 'Gare & Co')).toMatch(/q=Gare%20%26%20Co$/);
  });
});
