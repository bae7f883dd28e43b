import { describe, expect, it } from 'vitest';
import { appleMapsUrl, coordinatesText, googleMapsUrl, stationUrl } from './mapLinks';
import { nearbyStations } from './neighbourhood';
import { stepFrom, stepKey } from './stepKey';

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

  it('leads to one station, whatever its id is made of', () => {
    expect(stationUrl('https://desk.example', 'a b&q=1')).toBe(
      'https://desk.example/map?station=a+b%26q%3D1',
    );
  });
});

describe('stepping along the list', () => {
  const order = [7, 3, 9];

  it('goes up and down in the order of the list, not beyond its ends', () => {
    expect([stepFrom(order, 3, -1), stepFrom(order, 3, 1)]).toEqual([7, 9]);
    expect([stepFrom(order, 7, -1), stepFrom(order, 9, 1)]).toEqual([null, null]);
  });

  it('enters the list from a station that the filters hide', () => {
    expect([stepFrom(order, 5, -1), stepFrom(order, 5, 1)]).toEqual([null, 7]);
    expect(stepFrom([], 5, 1)).toBeNull();
  });

  it('listens to Alt with an arrow alone', () => {
    expect(stepKey({ key: 'ArrowDown', altKey: true }, order, 3)).toBe(9);
    expect(stepKey({ key: 'ArrowUp', altKey: true }, order, 3)).toBe(7);
    expect(stepKey({ key: 'ArrowDown', altKey: false }, order, 3)).toBeNull();
    expect(stepKey({ key: 'Enter', altKey: true }, order, 3)).toBeNull();
  });
});
