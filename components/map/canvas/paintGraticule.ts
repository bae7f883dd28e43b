import type { MapInk } from './mapInk';
import { latitudeOf, mercatorPoints, worldSizePx } from './mercator';
import type { CanvasFrame } from './PaneCanvas';

/** Degrees between two lines, the finest first. */
const STEPS_DEG = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5] as const;
const WIDEST_PX = 90;

/** Faint lines of longitude and latitude: without tiles the eye has something that moves. */
export function paintGraticule(frame: CanvasFrame, ink: MapInk): void {
  const { context, widthPx, heightPx, originX, originY } = frame;
  const worldPx = worldSizePx(frame.zoom);
  const step = STEPS_DEG.find((degrees) => (degrees / 360) * worldPx >= WIDEST_PX) ?? 5;
  const lonAt = (x: number) => ((x + originX) / worldPx - 0.5) * 360;
  const latAt = (y: number) => latitudeOf((y + originY) / worldPx);
  context.beginPath();
  for (let k = Math.ceil(lonAt(0) / step); k * step < lonAt(widthPx); k += 1) {
    const x = Math.round(((k * step) / 360 + 0.5) * worldPx - originX) + 0.5;
    context.moveTo(x, 0);
    context.lineTo(x, heightPx);
  }
  for (let k = Math.ceil(latAt(heightPx) / step); k * step < latAt(0); k += 1) {
    const y =
      Math.round(mercatorPoints({ lat: [k * step], lon: [0] })[1]! * worldPx - originY) + 0.5;
    context.moveTo(0, y);
    context.lineTo(widthPx, y);
  }
  context.lineWidth = 1;
  context.strokeStyle = ink.borderColour;
  context.globalAlpha = 0.3;
  context.stroke();
  context.globalAlpha = 1;
}
