import { mercatorPerMetre, worldSizePx } from '../canvas/mercator';
import type { CanvasFrame } from '../canvas/PaneCanvas';
import { heatField } from './heatField';
import { HEAT_RADIUS_M } from './mapLayers';
import { HEAT_FULL_PER_KM2, heatColour, type ScaleTheme } from './shortageScale';

/** A cell of the field: fine enough to look smooth when it is drawn larger. */
const CELL_PX = 4;
const COLOURS = 256;

export interface HeatScene {
  points: Float64Array;
  /** Bikes short that nothing covers, of each point. */
  bikes: readonly number[];
  /** Where the city is, for the size of a metre on the map. */
  lat: number;
}

/** Paints how many bikes are short a square kilometre. */
export function paintHeat(frame: CanvasFrame, scene: HeatScene, theme: ScaleTheme): void {
  const { context, widthPx, heightPx, originX, originY } = frame;
  const worldPx = worldSizePx(frame.zoom);
  const radius = HEAT_RADIUS_M * mercatorPerMetre(scene.lat);
  // At least some cells to a kernel, however small it is on the screen.
  const cellPx = Math.max(1, Math.min(CELL_PX, (radius * worldPx) / 4));
  const columns = Math.ceil(widthPx / cellPx);
  const rows = Math.ceil(heightPx / cellPx);
  const cell = cellPx / worldPx;
  const [left, top] = [originX / worldPx, originY / worldPx];
  const grid = { columns, rows, left, top, cell };
  const field = heatField(scene.points, scene.bikes, grid, radius, HEAT_RADIUS_M / 1_000);
  const image = new ImageData(columns, rows);
  colourField(field, new Uint32Array(image.data.buffer), theme);
  const scratch = document.createElement('canvas');
  scratch.width = columns;
  scratch.height = rows;
  scratch.getContext('2d')?.putImageData(image, 0, 0);
  context.imageSmoothingQuality = 'medium';
  context.drawImage(scratch, 0, 0, columns * cellPx, rows * cellPx);
}

/** One look-up a cell. */
function colourField(field: Float32Array, pixels: Uint32Array, theme: ScaleTheme): void {
  const colours = new Uint32Array(COLOURS);
  for (let k = 0; k < COLOURS; k += 1) {
    const [red, green, blue, alpha] = heatColour(k / (COLOURS - 1), theme);
    // As bytes in memory: red, green, blue, alpha, on the little-endian machines there are.
    colours[k] =
      ((Math.round(alpha * 255) << 24) |
        (Math.round(blue) << 16) |
        (Math.round(green) << 8) |
        Math.round(red)) >>>
      0;
  }
  const scale = (COLOURS - 1) / HEAT_FULL_PER_KM2;
  for (let at = 0; at < field.length; at += 1) {
    if (field[at]! > 0)
      pixels[at] = colours[Math.min(COLOURS - 1, Math.round(field[at]! * scale))]!;
  }
}
