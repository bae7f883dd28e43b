import { describe, expect, it } from 'vitest';
import { chooseBaseTiles } from './baseTilesConfig';
import { boundsOf, cityBounds } from './cityBounds';

describe('cityBounds', () => {
  it('is not stretched by one far station', () => {
    const lat = [...Array.from({ length: 50 }, (_, i) => 48.8 + i / 500), 12];
    const lon = [...Array.from({ length: 50 }, (_, i) => 2.2 + i / 500), -61];
    const [[south, west]] = cityBounds({ lat, lon });
    expect(south).toBeGreaterThan(48.79);
    expect(west).toBeGreaterThan(2.19);
  });

  it('shows Paris where there are no stations', () => {
    const [[south], [north]] = cityBounds({ lat: [], lon: [] });
    expect(south).toBeLessThan(48.85);
    expect(north).toBeGreaterThan(48.85);
  });
});

describe('boundsOf', () => {
  it('holds just the stations asked for', () => {
    const stations = { lat: [1, 2, 30], lon: [5, 4, 60] };
    expect(boundsOf(stations, [0, 1])).toEqual([
      [1, 4],
      [2, 5],
    ]);
    expect(boundsOf(stations, [])).toBeNull();
  });
});

describe('chooseBaseTiles', () => {
  it('takes Plan IGN, nothing, or what is configured', () => {
    expect(chooseBaseTiles(undefined, undefined)?.url).toContain('PLANIGNV2');
    expect(chooseBaseTiles('none', 'x')).toBeNull();
    expect(chooseBaseTiles('https://tiles.example/{z}/{x}/{y}.png', undefined)).toEqual({
      url: 'https://tiles.example/{z}/{x}/{y}.png',
      attribution: 'tiles.example',
    });
  });

  it('lets no markup from the environment onto the page', () => {
    const tiles = chooseBaseTiles('https://t.example/{z}', '<img src=x onerror=alert(1)>');
    expect(tiles?.attribution).not.toMatch(/[<>]/);
  });
});
