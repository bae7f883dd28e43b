import type { TimeSpan } from './series';

/** How a chart that can be zoomed is told to. */
export interface ChartZoom {
  /** Shows this span. */
  show(span: TimeSpan): void;
  /** Shows all there is again. */
  reset(): void;
}

const ZOOM_FACTOR = 2;
const PAN_SHARE = 0.25;

/**
 * The span that shows half or twice as much, with one instant where it stands.
 *
 * @param way 1: nearer, -1: farther
 */
export function zoomed({ fromAt, toAt }: TimeSpan, aroundAt: number, way: 1 | -1): TimeSpan {
  const scale = way === 1 ? 1 / ZOOM_FACTOR : ZOOM_FACTOR;
  return {
    fromAt: aroundAt - (aroundAt - fromAt) * scale,
    toAt: aroundAt + (toAt - aroundAt) * scale,
  };
}

/** The span a quarter of its length earlier (-1) or later (1). */
export function panned({ fromAt, toAt }: TimeSpan, way: 1 | -1): TimeSpan {
  const byS = (toAt - fromAt) * PAN_SHARE * way;
  return { fromAt: fromAt + byS, toAt: toAt + byS };
}

/**
 * What a key does to a chart that can be zoomed: + and - about the cursor, Shift with an arrow
 * along time, 0 back to all.
 *
 * @returns the span to show, or `all`; null for keys that mean nothing here
 */
export function zoomKey(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  span: TimeSpan,
  at: number,
): TimeSpan | 'all' | null {
  if (key === '+' || key === '=') return zoomed(span, at, 1);
  if (key === '-' || key === '_') return zoomed(span, at, -1);
  if (key === '0') return 'all';
  if (shiftKey && key === 'ArrowLeft') return panned(span, -1);
  return shiftKey && key === 'ArrowRight' ? panned(span, 1) : null;
}
