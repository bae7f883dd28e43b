import type { MercatorPoints } from '../canvas/mercator';

/** A piece of the map laid out in square cells. */
export interface HeatWindow {
  /** Cells. */
  columns: number;
  rows: number;
  /** Left top corner, Mercator units. */
  left: number;
  top: number;
  /** Side of a cell, Mercator units. */
  cell: number;
}

/**
 * Bikes a square kilometre by kernel density: each point's bikes are spread about it by a quartic
 * kernel, K(u) = 3 / (π r²) (1 - u²)² for u = distance / r < 1 (Silverman, Density Estimation, 1986,
 * eq. 4.5), so that a whole point's field adds up to its bikes.
 *
 * @param bikes of each point, 0 or more
 * @param radius of the kernel, Mercator units, > 0
 * @param radiusKm the same on the ground
 * @returns a row after the other
 */
export function heatField(
  points: MercatorPoints,
  bikes: readonly number[],
  { columns, rows, left, top, cell }: HeatWindow,
  radius: number,
  radiusKm: number,
): Float32Array {
  const field = new Float32Array(columns * rows);
  const peak = 3 / (Math.PI * radiusKm * radiusKm);
  const reach = radius / cell;
  for (let i = 0; i < bikes.length; i += 1) {
    if (bikes[i]! <= 0) continue;
    // Cells are told by their middles.
    const x = (points[2 * i]! - left) / cell - 0.5;
    const y = (points[2 * i + 1]! - top) / cell - 0.5;
    const firstColumn = Math.max(0, Math.ceil(x - reach));
    const lastColumn = Math.min(columns - 1, Math.floor(x + reach));
    const firstRow = Math.max(0, Math.ceil(y - reach));
    const lastRow = Math.min(rows - 1, Math.floor(y + reach));
    for (let row = firstRow; row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const u2 = ((column - x) ** 2 + (row - y) ** 2) / (reach * reach);
        if (u2 < 1) field[row * columns + column]! += bikes[i]! * peak * (1 - u2) ** 2;
      }
    }
  }
  return field;
}
