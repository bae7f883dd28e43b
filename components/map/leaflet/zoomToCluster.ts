import type { Map as LeafletMap } from 'leaflet';
import { latitudeOf, type MercatorPoints } from '../canvas/mercator';
import type { Picked } from '../canvas/StationCanvas';

/** Zooms until the stations of a cluster fill the map, by two steps at most: not to get lost. */
export function zoomToCluster(
  map: LeafletMap,
  points: MercatorPoints,
  { cluster, tally }: Extract<Picked, { kind: 'cluster' }>,
): void {
  const corners: [number, number][] = [];
  tally.clusters.clusterOf.forEach((of, i) => {
    if (of === cluster)
      corners.push([latitudeOf(points[2 * i + 1]!), (points[2 * i]! - 0.5) * 360]);
  });
  map.fitBounds(corners, {
    padding: [64, 64],
    maxZoom: map.getZoom() + 2,
    animate: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  });
}
