import { Delaunay } from 'd3-delaunay';
import type { MercatorPoints } from '../canvas/mercator';

/** Where each station is the nearest one, as far as one would go to it. */
export interface ServiceAreas {
  /** Corners of all areas one after the other, Mercator units, interleaved x, y. */
  corners: Float64Array;
  /** The area of point i has corners `starts[i]` up to, not including, `starts[i + 1]`. */
  starts: Int32Array;
}

/** A disc as a polygon: 1% short of its area. */
const DISC_CORNERS = 28;

/**
 * The Voronoi cell of each point, clipped to the disc about it: so together they cover the city and
 * no more, whatever its outline, and no cell on the edge runs off into the fields.
 *
 * Points at one place share a cell: the first has it, the others have none.
 *
 * @param reach radius of the disc, Mercator units, > 0
 */
export function serviceAreas(points: MercatorPoints, reach: number): ServiceAreas {
  const total = points.length / 2;
  const starts = new Int32Array(total + 1);
  const corners: number[] = [];
  if (total > 0) {
    // In units of the reach, from the first point: in those of the world a city is so small that
    // d3-delaunay takes its triangles for lines.
    const [left, top] = [points[0]!, points[1]!];
    const near = points.map((at, k) => (at - (k % 2 === 0 ? left : top)) / reach);
    const voronoi = new Delaunay(near).voronoi(boundsAround(near));
    for (let i = 0; i < total; i += 1) {
      const cell = voronoi.cellPolygon(i) as [number, number][] | null;
      if (cell) {
        for (const [x, y] of clipToDisc(cell, near[2 * i]!, near[2 * i + 1]!))
          corners.push(left + x * reach, top + y * reach);
      }
      starts[i + 1] = corners.length / 2;
    }
  }
  return { corners: Float64Array.from(corners), starts };
}

type Corner = readonly [x: number, y: number];

/** Sutherland and Hodgman (1974): a convex polygon against each side of the disc of 1 in turn. */
function clipToDisc(cell: readonly Corner[], x: number, y: number) {
  // A closed ring repeats its first corner, which clipping does not want.
  let clipped: readonly Corner[] = cell.slice(0, -1);
  const isInside = clipped.every(([cx, cy]) => Math.hypot(cx - x, cy - y) <= 1);
  if (isInside) return clipped;
  // The sides touch the disc from outside at the middle of each.
  for (let k = 0; k < DISC_CORNERS && clipped.length > 0; k += 1) {
    const angle = (2 * Math.PI * k) / DISC_CORNERS;
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    const beyond = ([cx, cy]: Corner) => (cx - x) * nx + (cy - y) * ny - 1;
    clipped = cutAway(clipped, beyond);
  }
  return clipped;
}

/** @param beyond how far a corner is on the side that goes */
function cutAway(polygon: readonly Corner[], beyond: (corner: Corner) => number): Corner[] {
  const kept: Corner[] = [];
  polygon.forEach((corner, at) => {
    const next = polygon[(at + 1) % polygon.length]!;
    const [here, there] = [beyond(corner), beyond(next)];
    if (here <= 0) kept.push(corner);
    if (here > 0 !== there > 0) {
      const share = here / (here - there);
      kept.push([
        corner[0] + share * (next[0] - corner[0]),
        corner[1] + share * (next[1] - corner[1]),
      ]);
    }
  });
  return kept;
}

/** The smallest box around all discs. */
function boundsAround(points: Float64Array): [number, number, number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    left = Math.min(left, points[at]!);
    right = Math.max(right, points[at]!);
    top = Math.min(top, points[at + 1]!);
    bottom = Math.max(bottom, points[at + 1]!);
  }
  return [left - 1, top - 1, right + 1, bottom + 1];
}
