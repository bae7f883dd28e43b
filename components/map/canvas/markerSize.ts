import { SEVERITY_STYLE } from '@/components/ui/severityStyle';
import { SEVERITIES } from '@/lib/deficit/assessment';

/** On the map a marker without shortage is this much smaller than in a legend. */
const MAP_SCALE = 0.75;
const PX_PER_ROOT_BIKE = 1.5;
/** Covered stations step back: hollow, and smaller by this. */
const COVERED_SCALE = 0.85;
/** Beyond this many missing bikes a marker grows no more: it would hide its neighbours. */
const LARGEST_SHORTAGE = 36;

/** Markers shrink with the city, but less than the city does. */
const SCALE_BY_ZOOM: readonly [zoom: number, scale: number][] = [
  [10, 0.5],
  [11, 0.58],
  [12, 0.7],
  [14, 1],
  [16, 1.5],
  [18, 1.9],
];

/**
 * Radius in CSS pixels at a zoom, in steps of half a pixel so that few sprites serve a city.
 *
 * @param severity index into SEVERITIES
 * @param shortageBikes missing bikes, 0 or more; the radius grows with its square root, so that
 *   the area tells the shortage
 */
export function markerRadiusPx(
  severity: number,
  shortageBikes: number,
  zoom: number,
  isCovered = false,
): number {
  const base = SEVERITY_STYLE[SEVERITIES[severity] ?? 'unknown'].baseRadiusPx * MAP_SCALE;
  const shortage = Math.min(LARGEST_SHORTAGE, Math.max(0, shortageBikes));
  const radius =
    (base + PX_PER_ROOT_BIKE * Math.sqrt(shortage)) *
    zoomScale(zoom) *
    (isCovered ? COVERED_SCALE : 1);
  return Math.round(radius * 2) / 2;
}

function zoomScale(zoom: number): number {
  let [lowZoom, lowScale] = SCALE_BY_ZOOM[0]!;
  if (zoom <= lowZoom) return lowScale;
  for (const [highZoom, highScale] of SCALE_BY_ZOOM) {
    if (zoom <= highZoom) {
      const share = (zoom - lowZoom) / (highZoom - lowZoom || 1);
      return lowScale + share * (highScale - lowScale);
    }
    [lowZoom, lowScale] = [highZoom, highScale];
  }
  return lowScale;
}
