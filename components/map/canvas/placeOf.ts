import { type MercatorPoints, worldSizePx } from './mercator';
import type { CanvasFrame } from './PaneCanvas';

const MARGIN_PX = 32;

/** Where point i falls on the canvas; null outside it. */
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
