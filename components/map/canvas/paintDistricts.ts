import type { DistrictShape } from './districtShapes';
import type { MapInk } from './mapInk';
import { type MercatorPoints, worldSizePx } from './mercator';
import type { CanvasFrame } from './PaneCanvas';

export interface DistrictScene {
  /** Coarse districts: arrondissements. */
  coarse: readonly DistrictShape[];
  /** Fine districts, from `FINE_FROM_ZOOM` on: quartiers. */
  fine: readonly DistrictShape[];
  /** No tiles below: the districts are the ground of the map. */
  isFilled: boolean;
}

export const FINE_FROM_ZOOM = 14;
const LABELS_FROM_ZOOM = 12.5;
/** Points nearer than this to the one before are left out. */
const DETAIL_PX = 0.7;

/** Paints the ground: outlines, and names where they fit. */
export function paintDistricts(
  frame: CanvasFrame,
  scene: DistrictScene,
  ink: MapInk,
  fontFamily: string,
): void {
  const { context, zoom } = frame;
  const isFine = zoom >= FINE_FROM_ZOOM && scene.fine.length > 0;
  context.lineJoin = 'round';
  if (scene.isFilled) {
    context.fillStyle = ink.groundColour;
    for (const shape of scene.coarse) {
      tracePath(frame, shape.rings);
      context.fill('evenodd');
    }
  }
  context.strokeStyle = ink.borderColour;
  if (isFine) {
    context.lineWidth = 1;
    context.setLineDash([2, 3]);
    strokeAll(frame, scene.fine);
    context.setLineDash([]);
  }
  context.lineWidth = scene.isFilled ? 1.5 : 1.25;
  strokeAll(frame, scene.coarse);
  if (zoom >= LABELS_FROM_ZOOM) {
    paintLabels(frame, isFine ? scene.fine : scene.coarse, ink, fontFamily);
  }
}

function strokeAll(frame: CanvasFrame, shapes: readonly DistrictShape[]): void {
  for (const shape of shapes) {
    tracePath(frame, shape.rings);
    frame.context.stroke();
  }
}

function tracePath(frame: CanvasFrame, rings: readonly MercatorPoints[]): void {
  const { context, originX, originY } = frame;
  const worldPx = worldSizePx(frame.zoom);
  context.beginPath();
  for (const ring of rings) {
    let [lastX, lastY] = [Infinity, Infinity];
    for (let at = 0; at < ring.length; at += 2) {
      const x = ring[at]! * worldPx - originX;
      const y = ring[at + 1]! * worldPx - originY;
      if (at === 0) context.moveTo(x, y);
      else if (Math.abs(x - lastX) + Math.abs(y - lastY) < DETAIL_PX) continue;
      else context.lineTo(x, y);
      [lastX, lastY] = [x, y];
    }
    context.closePath();
  }
}

function paintLabels(
  frame: CanvasFrame,
  shapes: readonly DistrictShape[],
  ink: MapInk,
  fontFamily: string,
): void {
  const { context, originX, originY } = frame;
  const worldPx = worldSizePx(frame.zoom);
  context.font = `600 12px ${fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = ink.mutedColour;
  context.strokeStyle = ink.groundColour;
  context.lineWidth = 3;
  for (const { name, labelX, labelY, width } of shapes) {
    if (context.measureText(name).width > width * worldPx * 0.9) continue;
    const [x, y] = [labelX * worldPx - originX, labelY * worldPx - originY];
    context.strokeText(name, x, y);
    context.fillText(name, x, y);
  }
  context.textAlign = 'start';
}
