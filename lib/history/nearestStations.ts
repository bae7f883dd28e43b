import type { Position } from '@/lib/geo/position';

const RADIANS = Math.PI / 180;

/**
 * The nearest others of each place, without itself, the nearest first. On a plane: good enough to
 * order the places of one city. Quadratic: 1,500 places take some 100 ms.
 */
export function nearestStations(places: readonly Position[], count: number): number[][] {
  return places.map((place, i) => {
    const narrow = Math.cos(place.lat * RADIANS);
    const nearest: { other: number; square: number }[] = [];
    places.forEach(({ lat, lon }, other) => {
      const square = (lat - place.lat) ** 2 + ((lon - place.lon) * narrow) ** 2;
      if (other === i || (nearest.length === count && square >= nearest.at(-1)!.square)) return;
      const at = nearest.findIndex((known) => known.square > square);
      nearest.splice(at === -1 ? nearest.length : at, 0, { other, square });
      if (nearest.length > count) nearest.pop();
    });
    return nearest.map(({ other }) => other);
  });
}
