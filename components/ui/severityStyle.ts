import type { Severity } from '@/lib/deficit/assessment';

/** One look for a severity wherever it is drawn: canvas, list, legend, charts, exports. */
export interface SeverityStyle {
  shape: SeverityShape;
  /** Okabe-Ito, the same in both themes; the ring of `unknown` is drawn in it too. */
  fill: string;
  /** Outline. Where the fill alone would be under 3:1 on paper, it is what makes the shape seen. */
  stroke: string;
  /** Outline in px at a radius of 8 px. */
  strokePx: number;
  /** Radius of the shape when the shortage is nothing, px: `ok` steps back, `empty` steps forward. */
  baseRadiusPx: number;
}

export type SeverityShape = 'diamond' | 'triangle' | 'square' | 'dot' | 'crossedRing';

export const SEVERITY_STYLE: Readonly<Record<Severity, SeverityStyle>> = {
  empty: { shape: 'diamond', fill: '#d55e00', stroke: '#7a3200', strokePx: 1, baseRadiusPx: 6 },
  critical: { shape: 'triangle', fill: '#e69f00', stroke: '#7a4f00', strokePx: 1, baseRadiusPx: 6 },
  low: { shape: 'square', fill: '#f0e442', stroke: '#14171c', strokePx: 1.25, baseRadiusPx: 5 },
  ok: { shape: 'dot', fill: '#009e73', stroke: '#00684c', strokePx: 0.75, baseRadiusPx: 4 },
  unknown: {
    shape: 'crossedRing',
    fill: '#7b8494',
    stroke: '#7b8494',
    strokePx: 1.5,
    baseRadiusPx: 5,
  },
};

/** Own vehicles: the accent, and the ink that outlines it. */
export const OWN_VEHICLE_STYLE = { fill: '#a5e52f', stroke: '#14171c' } as const;

/**
 * The outline of a shape as an SVG path around (0, 0), for `<path d>` and `new Path2D(d)` alike.
 * Shapes have about the same area at the same radius, so that none looks worse than it is.
 *
 * @param radiusPx half the width of the dot, > 0
 */
export function severityPath(shape: SeverityShape, radiusPx: number): string {
  const r = radiusPx;
  switch (shape) {
    case 'diamond': {
      const d = round(r * 1.25);
      return `M0 ${-d}L${d} 0L0 ${d}L${-d} 0Z`;
    }
    case 'triangle': {
      const half = round(r * 1.3);
      return `M0 ${round(-r * 1.25)}L${half} ${r}L${-half} ${r}Z`;
    }
    case 'square': {
      const half = round(r * 0.95);
      return `M${-half} ${-half}H${half}V${half}H${-half}Z`;
    }
    case 'dot':
      return ring(r);
    case 'crossedRing': {
      const c = round(r * 0.42);
      return `${ring(r)}M${-c} ${-c}L${c} ${c}M${c} ${-c}L${-c} ${c}`;
    }
  }
}

/**
 * An own vehicle: a map pin with a hole, as in the mark of the product, centred on (0, 0).
 * The point is at (0, 1.45 r).
 *
 * @param radiusPx half its width, > 0
 */
export function vehiclePath(radiusPx: number): string {
  const r = radiusPx;
  const [x, y, tip, hole] = [0.85 * r, 0.08 * r, 1.45 * r, 0.36 * r].map(round);
  const top = round(-0.45 * r);
  return `M0 ${tip}L${-x!} ${y}A${r} ${r} 0 1 1 ${x} ${y}ZM${-hole!} ${top}A${hole} ${hole} 0 1 0 ${hole} ${top}A${hole} ${hole} 0 1 0 ${-hole!} ${top}Z`;
}

function ring(r: number): string {
  return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
