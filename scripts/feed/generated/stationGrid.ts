import type { PlanePoint } from './plane';

/**
 * Finds stations near a point in constant time: the plane cut into square cells, each with the
 * stations in it, all in two flat arrays.
 */
export class StationGrid {
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly minKm: number;
  private readonly width: number;
  /** Stations by cell: those of cell c are `members[starts[c]]` up to `members[starts[c + 1]]`. */
  private readonly starts: Uint32Array;
  private readonly members: Uint32Array;

  /** @param cellKm about the distance between neighbouring stations, or a little more */
  constructor(
    points: readonly PlanePoint[],
    private readonly cellKm: number,
  ) {
    this.x = Float64Array.from(points, (point) => point.x);
    this.y = Float64Array.from(points, (point) => point.y);
    const reachKm = points.reduce((km, { x, y }) => Math.max(km, Math.abs(x), Math.abs(y)), 0);
    // A cell to spare on each side, so that every point's neighbours exist.
    this.minKm = -reachKm - 2 * cellKm;
    this.width = Math.ceil((-2 * this.minKm) / cellKm) + 1;
    const cells = points.map(({ x, y }) => this.cellAt(x, y));
    this.starts = new Uint32Array(this.width * this.width + 1);
    for (const cell of cells) this.starts[cell + 1] = this.starts[cell + 1]! + 1;
    for (let c = 1; c < this.starts.length; c += 1) {
      this.starts[c] = this.starts[c]! + this.starts[c - 1]!;
    }
    this.members = new Uint32Array(points.length);
    const filled = this.starts.slice();
    cells.forEach((cell, index) => {
      this.members[filled[cell]!] = index;
      filled[cell] = filled[cell]! + 1;
    });
  }

  /**
   * The nearest station in the point's cell and its eight neighbours among those that are fit;
   * -1 where there is none.
   */
  nearest(x: number, y: number, isFit?: (station: number) => boolean): number {
    const centre = this.cellAt(x, y);
    if (centre < 0) return -1;
    let best = -1;
    let bestSquared = Number.POSITIVE_INFINITY;
    for (let row = centre - this.width; row <= centre + this.width; row += this.width) {
      // The three cells of a row lie side by side, and so do their stations.
      const end = this.starts[row + 2]!;
      for (let m = this.starts[row - 1]!; m < end; m += 1) {
        const station = this.members[m]!;
        const squared = (this.x[station]! - x) ** 2 + (this.y[station]! - y) ** 2;
        if (squared >= bestSquared || (isFit && !isFit(station))) continue;
        best = station;
        bestSquared = squared;
      }
    }
    return best;
  }

  /** -1 outside, and on the outermost cells, which have no stations near. */
  private cellAt(x: number, y: number): number {
    const column = Math.floor((x - this.minKm) / this.cellKm);
    const row = Math.floor((y - this.minKm) / this.cellKm);
    const last = this.width - 2;
    return column < 1 || row < 1 || column > last || row > last ? -1 : row * this.width + column;
  }
}
