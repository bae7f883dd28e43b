import type { PlanePoint } from './plane';

/** Finds a station near a point in constant time: the plane cut into square cells. */
export class StationGrid {
  private readonly cells = new Map<number, number[]>();

  /** @param cellKm about the distance between neighbouring stations, or a little more */
  constructor(
    private readonly points: readonly PlanePoint[],
    private readonly cellKm: number,
  ) {
    points.forEach((point, index) => {
      const key = this.keyOf(this.column(point.x), this.column(point.y));
      const cell = this.cells.get(key);
      if (cell) cell.push(index);
      else this.cells.set(key, [index]);
    });
  }

  /** The nearest station in the point's cell and its eight neighbours; -1 where there is none. */
  nearest(x: number, y: number): number {
    let best = -1;
    let bestSquared = Number.POSITIVE_INFINITY;
    for (const index of this.around(x, y)) {
      const point = this.points[index]!;
      const squared = (point.x - x) ** 2 + (point.y - y) ** 2;
      if (squared < bestSquared) {
        best = index;
        bestSquared = squared;
      }
    }
    return best;
  }

  /** All stations in the point's cell and its eight neighbours, in no order of distance. */
  *around(x: number, y: number): Generator<number> {
    const column = this.column(x);
    const row = this.column(y);
    for (let dc = -1; dc <= 1; dc += 1) {
      for (let dr = -1; dr <= 1; dr += 1) {
        yield* this.cells.get(this.keyOf(column + dc, row + dr)) ?? [];
      }
    }
  }

  private column(km: number): number {
    return Math.floor(km / this.cellKm);
  }

  private keyOf(column: number, row: number): number {
    return (column + 32_768) * 65_536 + (row + 32_768);
  }
}
