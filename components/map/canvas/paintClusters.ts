import { SEVERITY_STYLE } from '@/components/ui/severityStyle';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { ClusterTally } from './clusterTally';
import { addDrawn, type DrawnMarkers } from './drawnMarkers';
import type { MapInk } from './mapInk';
import type { MarkerSprites } from './markerSprites';
import type { CanvasFrame } from './PaneCanvas';
import { placeOf } from './placeOf';

const OK = SEVERITIES.indexOf('ok');
const WELL_RADIUS_PX = 6;
const RING_PX = 3;
const GLYPH_PX = 4.5;
const TEXT_PX = 10;
const FULL_TURN = 2 * Math.PI;
const TOP = -FULL_TURN / 4;

/** Everything that paints clusters. */
export interface ClusterBrushes {
  sprites: MarkerSprites;
  ink: MapInk;
  fontFamily: string;
}

/**
 * Paints each cluster of two stations or more, the worst last. Where some are short, a disc: around
 * it the shares of the severities, in it the glyph of the worst and how many are as bad, so that
 * nothing bad is hidden in a mean. Where all is well, a small ring that steps back.
 *
 * @param drawn gets cluster c as the index -1 - c
 * @returns stations that stand alone, to be painted as themselves
 */
export function paintClusters(
  frame: CanvasFrame,
  tally: ClusterTally,
  severity: readonly number[],
  brushes: ClusterBrushes,
  drawn: DrawnMarkers,
): ReadonlySet<number> {
  const { clusters, total, worst } = tally;
  const alone = new Set<number>();
  const together: number[] = [];
  for (let cluster = 0; cluster < clusters.count; cluster += 1) {
    if (total[cluster]! > 1) together.push(cluster);
    else if (total[cluster] === 1) alone.add(worst[cluster]!);
  }
  const worstSeverity = (cluster: number) => severity[worst[cluster]!]!;
  together.sort((a, b) => worstSeverity(b) - worstSeverity(a));
  const { context } = frame;
  context.font = `600 ${TEXT_PX}px ${brushes.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const cluster of together) {
    const place = placeOf(frame, clusters.centres, cluster);
    if (!place) continue;
    const isWell = worstSeverity(cluster) >= OK;
    const radiusPx = isWell ? WELL_RADIUS_PX : clusterRadiusPx(total[cluster]!);
    paintRing(context, place, radiusPx, tally, cluster, brushes.ink);
    if (!isWell) paintWorst(frame, place, tally, cluster, worstSeverity(cluster), brushes);
    addDrawn(drawn, -1 - cluster, place.x, place.y, radiusPx);
  }
  context.textAlign = 'start';
  return alone;
}

function paintWorst(
  { context, pixelRatio }: CanvasFrame,
  { x, y }: { x: number; y: number },
  { counts }: ClusterTally,
  cluster: number,
  worstSeverity: number,
  { sprites, ink }: ClusterBrushes,
): void {
  const { image } = sprites.get(worstSeverity, false, GLYPH_PX);
  const [width, height] = [image.width / pixelRatio, image.height / pixelRatio];
  context.drawImage(image, x - width / 2, y - 4 - height / 2, width, height);
  context.fillStyle = ink.inkColour;
  context.fillText(String(counts[cluster * SEVERITIES.length + worstSeverity]), x, y + 6);
}

/** Grows with the order of magnitude: the numbers tell the rest. */
function clusterRadiusPx(stations: number): number {
  return 12.5 + Math.min(6, Math.log2(stations) * 0.9);
}

function paintRing(
  context: CanvasRenderingContext2D,
  { x, y }: { x: number; y: number },
  radiusPx: number,
  { counts, total }: ClusterTally,
  cluster: number,
  ink: MapInk,
): void {
  context.beginPath();
  context.arc(x, y, radiusPx + 1, 0, FULL_TURN);
  context.fillStyle = ink.haloColour;
  context.fill();
  context.lineWidth = RING_PX;
  let from = TOP;
  SEVERITIES.forEach((name, severity) => {
    const count = counts[cluster * SEVERITIES.length + severity]!;
    if (count === 0) return;
    const to = from + (FULL_TURN * count) / total[cluster]!;
    context.beginPath();
    context.arc(x, y, radiusPx - RING_PX / 2, from, to);
    context.strokeStyle = SEVERITY_STYLE[name].fill;
    context.stroke();
    from = to;
  });
}
