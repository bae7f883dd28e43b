import { OWN_VEHICLE_STYLE } from '@/components/ui/severityStyle';
import type { CityView } from '@/lib/pipeline/cityView';
import { stationsByRank } from '../filters/filterStations';
import { addDrawn, type DrawnMarkers } from './drawnMarkers';
import type { MapInk } from './mapInk';
import { markerRadiusPx } from './markerSize';
import type { MarkerSprites } from './markerSprites';
import { type MercatorPoints, worldSizePx } from './mercator';
import type { CanvasFrame } from './PaneCanvas';

export interface StationScene {
  view: CityView;
  points: MercatorPoints;
  vehiclePoints: MercatorPoints;
  /** Stations that pass the filters; null: all do. */
  shown: ReadonlySet<number> | null;
}

const MARGIN_PX = 32;

/**
 * Paints every station in sight, the worst last so that it lies on top, and own vehicles under
 * them. Filtered stations stay as faint dots: the city keeps its shape.
 *
 * @param drawn emptied and filled with what can be picked
 */
export function paintStations(
  frame: CanvasFrame,
  scene: StationScene,
  sprites: MarkerSprites,
  ink: MapInk,
  drawn: DrawnMarkers,
): void {
  drawn.count = 0;
  paintFaint(frame, scene, ink);
  paintVehicles(frame, scene);
  const { severity, shortage, covered, rank } = scene.view.frame.assessment;
  const { context, pixelRatio } = frame;
  const order = stationsByRank(rank);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const i = order[at]!;
    if (scene.shown && !scene.shown.has(i)) continue;
    const place = placeOf(frame, scene.points, i);
    if (!place) continue;
    const isHollow = covered[i] === 1 && shortage[i]! > 0;
    const radiusPx = markerRadiusPx(severity[i]!, shortage[i]!, frame.zoom, isHollow);
    const { image, sizePx } = sprites.get(severity[i]!, isHollow, radiusPx);
    // On whole device pixels the stamp stays as crisp as it was drawn.
    const x = Math.round((place.x - sizePx / 2) * pixelRatio) / pixelRatio;
    const y = Math.round((place.y - sizePx / 2) * pixelRatio) / pixelRatio;
    context.drawImage(image, x, y, image.width / pixelRatio, image.height / pixelRatio);
    addDrawn(drawn, i, place.x, place.y, radiusPx);
  }
}

function paintFaint(frame: CanvasFrame, { view, points, shown }: StationScene, ink: MapInk): void {
  if (!shown) return;
  const { context } = frame;
  context.fillStyle = ink.mutedColour;
  context.globalAlpha = 0.35;
  for (let i = 0; i < view.base.stations.stationId.length; i += 1) {
    const place = shown.has(i) ? null : placeOf(frame, points, i);
    if (place) context.fillRect(place.x - 1.25, place.y - 1.25, 2.5, 2.5);
  }
  context.globalAlpha = 1;
}

function paintVehicles(frame: CanvasFrame, { view, vehiclePoints }: StationScene): void {
  const { context, zoom } = frame;
  const radiusPx = zoom < 13 ? 2.5 : zoom < 15 ? 3 : 4;
  context.fillStyle = OWN_VEHICLE_STYLE.fill;
  context.strokeStyle = OWN_VEHICLE_STYLE.stroke;
  context.lineWidth = zoom < 13 ? 0.75 : 1;
  for (let i = 0; i < view.frame.vehicles.lat.length; i += 1) {
    const place = placeOf(frame, vehiclePoints, i);
    if (!place) continue;
    context.beginPath();
    context.arc(place.x, place.y, radiusPx, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}

/** Where station or vehicle i falls on the canvas; null outside it. */
export function placeOf(
  { zoom, originX, originY, widthPx, heightPx }: CanvasFrame,
  points: MercatorPoints,
  i: number,
): { x: number; y: number } | null {
  const worldPx = worldSizePx(zoom);
  const x = points[2 * i]! * worldPx - originX;
  const y = points[2 * i + 1]! * worldPx - originY;
  const isInside =
    x > -MARGIN_PX && y > -MARGIN_PX && x < widthPx + MARGIN_PX && y < heightPx + MARGIN_PX;
  return isInside ? { x, y } : null;
}
