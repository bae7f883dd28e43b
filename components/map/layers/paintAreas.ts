import { SEVERITY_STYLE } from '@/components/ui/severityStyle';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import { worldSizePx } from '../canvas/mercator';
import type { CanvasFrame } from '../canvas/PaneCanvas';
import type { ServiceAreas } from './serviceAreas';

/** Light enough for what lies below to be read. A covered station's area steps back. */
const ALPHA = { fill: 0.3, coveredFill: 0.14, fine: 0.1 } as const;
/** Corners nearer than this to the one before are left out, CSS pixels. */
const DETAIL_PX = 1.5;

/**
 * Paints the area of each station in the colour of its severity.
 *
 * @param shown stations that pass the filters; null: all do
 */
export function paintAreas(
  frame: CanvasFrame,
  areas: ServiceAreas,
  { frame: { assessment } }: CityView,
  shown: ReadonlySet<number> | null,
  lineColour: string,
): void {
  const { severity, covered, shortage } = assessment;
  const all = new Path2D();
  const fills = new Map<string, { path: Path2D; alpha: number; colour: string }>();
  for (let i = 0; i < severity.length; i += 1) {
    if (shown && !shown.has(i)) continue;
    const outline = outlineOf(frame, areas, i);
    if (!outline) continue;
    const name = SEVERITIES[severity[i]!]!;
    const isCovered = covered[i] === 1 && shortage[i]! > 0;
    const alpha = name === 'ok' ? ALPHA.fine : isCovered ? ALPHA.coveredFill : ALPHA.fill;
    const key = `${name} ${alpha}`;
    const fill = fills.get(key) ?? {
      path: new Path2D(),
      alpha,
      colour: SEVERITY_STYLE[name].fill,
    };
    fills.set(key, fill);
    fill.path.addPath(outline);
    all.addPath(outline);
  }
  const { context } = frame;
  for (const { path, alpha, colour } of fills.values()) {
    context.globalAlpha = alpha;
    context.fillStyle = colour;
    context.fill(path);
  }
  context.globalAlpha = 0.5;
  context.lineWidth = 1;
  context.strokeStyle = lineColour;
  context.stroke(all);
  context.globalAlpha = 1;
}

/** null outside the canvas, and for a station without an area. */
function outlineOf(frame: CanvasFrame, { corners, starts }: ServiceAreas, i: number) {
  const { originX, originY, widthPx, heightPx } = frame;
  const worldPx = worldSizePx(frame.zoom);
  const [from, to] = [starts[i]!, starts[i + 1]!];
  if (from === to) return null;
  const path = new Path2D();
  let isInSight = false;
  let [lastX, lastY] = [Infinity, Infinity];
  for (let at = from; at < to; at += 1) {
    const x = corners[2 * at]! * worldPx - originX;
    const y = corners[2 * at + 1]! * worldPx - originY;
    isInSight ||= x >= 0 && y >= 0 && x <= widthPx && y <= heightPx;
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < DETAIL_PX) continue;
    if (at === from) path.moveTo(x, y);
    else path.lineTo(x, y);
    [lastX, lastY] = [x, y];
  }
  path.closePath();
  return isInSight ? path : null;
}
