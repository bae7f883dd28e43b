import type { DistrictSum } from '../layers/districtSums';
import { cssColour, districtClass, scaleSteps } from '../layers/shortageScale';
import type { DistrictShape } from './districtShapes';
import type { MapInk } from './mapInk';
import { type MercatorPoints, worldSizePx } from './mercator';
import type { CanvasFrame } from './PaneCanvas';
import { paintGraticule } from './paintGraticule';

export interface DistrictScene {
  /** Coarse districts: arrondissements. */
  coarse: readonly DistrictShape[];
  /** Those that speak at this zoom: the coarse ones or, nearer, their parts. */
  current: readonly DistrictShape[];
  /** No tiles below: the districts are the ground of the map. */
  isFilled: boolean;
  hasOutlines: boolean;
  /** Colours the current districts by their uncovered shortage; null: they are not coloured. */
  sums: ReadonlyMap<string, DistrictSum> | null;
  /** The district under the pointer. */
  pointedId: string | null;
}

const NAMES_FROM_ZOOM = 12.5;
/** Points nearer than this to the one before are left out. */
const DETAIL_PX = 0.7;

/** Paints the ground: outlines, how short of bikes each district is, and names where they fit. */
export function paintDistricts(
  frame: CanvasFrame,
  scene: DistrictScene,
  ink: MapInk,
  fontFamily: string,
): void {
  const { context, zoom } = frame;
  const { coarse, current, isFilled, sums } = scene;
  const isFine = current !== coarse;
  context.lineJoin = 'round';
  if (isFilled) {
    paintGraticule(frame, ink);
    fillAll(frame, coarse, () => ink.groundColour);
  }
  if (sums) {
    const level = isFine ? 'fine' : 'coarse';
    const steps = scaleSteps(ink.theme);
    fillAll(frame, current, ({ districtId }) => {
      const step = steps[districtClass(sums.get(districtId)?.uncoveredBikes ?? 0, level)];
      return step ? cssColour(step) : null;
    });
  }
  if (!scene.hasOutlines && !isFilled) return;
  context.strokeStyle = ink.borderColour;
  if (isFine) {
    context.lineWidth = 1;
    context.setLineDash([2, 3]);
    strokeAll(frame, current);
    context.setLineDash([]);
  }
  context.lineWidth = isFilled ? 1.5 : 1.25;
  strokeAll(frame, coarse);
  context.strokeStyle = ink.inkColour;
  context.lineWidth = 2;
  strokeAll(
    frame,
    current.filter(({ districtId }) => districtId === scene.pointedId),
  );
  // With sums the names stand on their tags: see paintDistrictSums.
  if (scene.hasOutlines && !sums && zoom >= NAMES_FROM_ZOOM) {
    paintNames(frame, current, ink, fontFamily);
  }
}

/** @param colourOf null leaves a district as it is */
function fillAll(
  frame: CanvasFrame,
  shapes: readonly DistrictShape[],
  colourOf: (shape: DistrictShape) => string | null,
): void {
  for (const shape of shapes) {
    const colour = colourOf(shape);
    if (colour === null) continue;
    frame.context.fillStyle = colour;
    tracePath(frame, shape.rings);
    frame.context.fill('evenodd');
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

function paintNames(
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
