import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '@/lib/deficit/assessment';
import { addDrawn, createDrawnMarkers, pickMarker } from './drawnMarkers';
import { markerRadiusPx } from './markerSize';
import { mercatorPoints, worldSizePx } from './mercator';
import { placeLabels } from './placeLabels';

const EMPTY = SEVERITIES.indexOf('empty');
const OK = SEVERITIES.indexOf('ok');

describe('markerRadiusPx', () => {
  it('grows with the root of the shortage, up to a limit', () => {
    const grown = (bikes: number) =>
      markerRadiusPx(EMPTY, bikes, 14) - markerRadiusPx(EMPTY, 0, 14);
    expect(grown(16)).toBeCloseTo(2 * grown(4), 5);
    expect(markerRadiusPx(EMPTY, 36, 14)).toBe(markerRadiusPx(EMPTY, 32_767, 14));
  });

  it('never shrinks as one zooms in, and comes in half pixels', () => {
    let before = 0;
    for (let zoom = 8; zoom <= 19; zoom += 0.5) {
      const radius = markerRadiusPx(EMPTY, 5, zoom);
      expect(radius).toBeGreaterThanOrEqual(before);
      expect(radius * 2).toBe(Math.round(radius * 2));
      before = radius;
    }
  });

  it('draws what is well smaller than what is short, and takes nonsense calmly', () => {
    expect(markerRadiusPx(OK, 0, 13)).toBeLessThan(markerRadiusPx(EMPTY, 0, 13));
    expect(markerRadiusPx(99, -4, 13)).toBeGreaterThan(0);
  });
});

describe('mercatorPoints', () => {
  it('agrees with the published tile of Paris: zoom 10, x 518, y 352', () => {
    const [x, y] = mercatorPoints({ lat: [48.8566], lon: [2.3522] });
    expect(Math.floor((x! * worldSizePx(10)) / 256)).toBe(518);
    expect(Math.floor((y! * worldSizePx(10)) / 256)).toBe(352);
  });

  it('keeps the poles on the map', () => {
    const points = mercatorPoints({ lat: [90, -90], lon: [0, 0] });
    expect(points[1]).toBeCloseTo(0, 6);
    expect(points[3]).toBeCloseTo(1, 6);
  });
});

describe('pickMarker', () => {
  const drawn = createDrawnMarkers(3);
  addDrawn(drawn, 7, 100, 100, 10);
  addDrawn(drawn, 8, 106, 100, 3);
  addDrawn(drawn, 9, 200, 100, 5);
  addDrawn(drawn, 10, 300, 300, 5);

  it('finds the small marker under or over the large one by its nearer centre', () => {
    expect(pickMarker(drawn, 106, 100, 4)).toBe(8);
    expect(pickMarker(drawn, 99, 100, 4)).toBe(7);
  });

  it('widens the disc by the tolerance, no more', () => {
    expect(pickMarker(drawn, 208, 100, 4)).toBe(9);
    expect(pickMarker(drawn, 210, 100, 4)).toBeNull();
    expect(pickMarker(drawn, 215, 100, 22)).toBe(9);
  });

  it('forgets what did not fit', () => {
    expect(drawn.count).toBe(3);
    expect(pickMarker(drawn, 300, 300, 4)).toBeNull();
  });
});

describe('placeLabels', () => {
  const box = (x: number, y: number) => ({ x, y, width: 50, height: 10 });

  it('keeps the first of those that touch, across cells', () => {
    expect(placeLabels([box(0, 0), box(40, 5), box(60, 0), box(0, 200)])).toEqual([0, 2, 3]);
  });

  it('keeps clear of obstacles', () => {
    expect(placeLabels([box(0, 0), box(100, 100)], [box(-20, -5)])).toEqual([1]);
  });
});
