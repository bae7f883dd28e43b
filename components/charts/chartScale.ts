import type { SeriesPoint, TimeSpan } from './series';

/** Where things stand in a chart's drawing, CSS pixels. */
export interface ChartScale {
  xOf(at: number): number;
  yOf(value: number): number;
  /** The instant under a place, within the chart's span. */
  atOf(x: number): number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface ChartMargins {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** @param maxValue the value at the upper edge, > 0; the lower edge is 0 */
export function chartScale(
  span: TimeSpan,
  maxValue: number,
  widthPx: number,
  heightPx: number,
  margins: ChartMargins,
): ChartScale {
  const { left, top } = margins;
  const right = Math.max(left + 1, widthPx - margins.right);
  const bottom = Math.max(top + 1, heightPx - margins.bottom);
  const lengthS = Math.max(1, span.toAt - span.fromAt);
  const clamp = (share: number) => Math.min(1, Math.max(0, share));
  return {
    left,
    right,
    top,
    bottom,
    xOf: (at) => left + clamp((at - span.fromAt) / lengthS) * (right - left),
    yOf: (value) => bottom - clamp(value / maxValue) * (bottom - top),
    atOf: (x) => span.fromAt + clamp((x - left) / (right - left)) * lengthS,
  };
}

/**
 * A series as an SVG path of steps; it stops where nothing is known and begins anew after.
 *
 * @param untilAt where the last point stops to hold
 */
export function stepPath(
  points: readonly SeriesPoint[],
  untilAt: number,
  scale: ChartScale,
): string {
  let path = '';
  let isOpen = false;
  points.forEach(({ at, value }, i) => {
    if (value !== null) {
      const y = round(scale.yOf(value));
      const end = `H${round(scale.xOf(points[i + 1]?.at ?? untilAt))}`;
      path += isOpen ? `V${y}${end}` : `M${round(scale.xOf(at))} ${y}${end}`;
    }
    isOpen = value !== null;
  });
  return path;
}

/**
 * The surface under a series of steps, down to zero.
 *
 * @param untilAt where the last point stops to hold
 */
export function areaPath(
  points: readonly SeriesPoint[],
  untilAt: number,
  scale: ChartScale,
): string {
  let path = '';
  let isOpen = false;
  const bottom = round(scale.bottom);
  points.forEach(({ at, value }, i) => {
    const x = round(scale.xOf(at));
    if (value === null) {
      if (isOpen) path += `V${bottom}Z`;
    } else {
      const y = round(scale.yOf(value));
      path += isOpen ? `V${y}` : `M${x} ${bottom}V${y}`;
      path += `H${round(scale.xOf(points[i + 1]?.at ?? untilAt))}`;
    }
    isOpen = value !== null;
  });
  return isOpen ? `${path}V${bottom}Z` : path;
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
