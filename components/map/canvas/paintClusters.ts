import { SEVERITY_STYLE } from '@/components/ui/severityStyle';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { ClusterTally } from './clusterTally';
import { addDrawn, type DrawnMarkers } from './drawnMarkers';
import type { MapInk } from './mapInk';
import type { MarkerSprites } from './markerSprites';
import type { CanvasFrame } from './PaneCanvas';
import { placeOf } from './placeOf';

const RING_PX = 3;
const GLYPH_PX = 4.5;
const TEXT_PX = 10;
const FULL_TURN = 2 * Math.PI;
const TOP = -FULL_TURN / 4;

/**
 * Paints each cluster of two stations or more as a disc: around it the shares of the severities,
 * in it the glyph of the worst and how many are as bad. Nothing bad is hidden in a mean.
 *
 * @param drawn gets cluster c as the index -1 - c
 * @returns stations that stand alone, to be painted as themselves
 */
export function paintClusters(
  frame: CanvasFrame,
  tally: ClusterTally,
  severity: readonly number[],
  sprites: MarkerSprites,
  ink: MapInk,
  fontFamily: string,
  drawn: DrawnMarkers,
): ReadonlySet<number> {
  const alone = new Set<number>();
  const { clusters, counts, total, worst } = tally;
  const { context, pixelRatio } = frame;
  context.font = `600 ${TEXT_PX}px ${fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let cluster = 0; cluster < clusters.count; cluster += 1) {
    if (total[cluster] === 0) continue;
    if (total[cluster] === 1) {
      alone.add(worst[cluster]!);
      continue;
    }
    const place = placeOf(frame, clusters.centres, cluster);
    if (!place) continue;
    const from = cluster * SEVERITIES.length;
    const shares = counts.subarray(from, from + SEVERITIES.length);
    const radiusPx = clusterRadiusPx(total[cluster]!);
    paintRing(context, place, radiusPx, shares, total[cluster]!, ink);
    const worstSeverity = severity[worst[cluster]!]!;
    const { image } = sprites.get(worstSeverity, false, GLYPH_PX);
    const [width, height] = [image.width / pixelRatio, image.height / pixelRatio];
    context.drawImage(image, place.x - width / 2, place.y - 4 - height / 2, width, height);
    context.fillStyle = ink.inkColour;
    context.fillText(String(shares[worstSeverity]), place.x, place.y + 6);
    addDrawn(drawn, -1 - cluster, place.x, place.y, radiusPx);
  }
  context.textAlign = 'start';
  return alone;
}

/** Grows with the order of magnitude: the numbers tell the rest. */
function clusterRadiusPx(stations: number): number {
  return 12.5 + Math.min(6, Math.log2(stations) * 0.9);
}

function paintRing(
  context: CanvasRenderingContext2D,
  { x, y }: { x: number; y: number },
  radiusPx: number,
  shares: Uint16Array,
  total: number,
  ink: MapInk,
): void {
  context.beginPath();
  context.arc(x, y, radiusPx + 1, 0, FULL_TURN);
  context.fillStyle = ink.haloColour;
  context.fill();
  context.lineWidth = RING_PX;
  let from = TOP;
  shares.forEach((count, severity) => {
    if (count === 0) return;
    const to = from + (FULL_TURN * count) / total;
    context.beginPath();
    context.arc(x, y, radiusPx - RING_PX / 2, from, to);
    context.strokeStyle = SEVERITY_STYLE[SEVERITIES[severity]!].fill;
    context.stroke();
    from = to;
  });
}
