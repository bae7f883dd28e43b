import type { CityView } from '@/lib/pipeline/cityView';
import type { DrawnMarkers } from './drawnMarkers';
import type { MapInk } from './mapInk';
import type { CanvasFrame } from './PaneCanvas';
import { type LabelCandidate, placeLabels } from './placeLabels';

/** From this zoom on there is room for names. */
export const NAMES_FROM_ZOOM = 15;
const TEXT_PX = 12;
const LONGEST_NAME = 28;

/**
 * Writes bikes and name beside the markers where they fit, the worst stations first, so that the
 * map reads without tiles and without a pointer.
 */
export function paintNames(
  frame: CanvasFrame,
  view: CityView,
  drawn: DrawnMarkers,
  ink: MapInk,
  fontFamily: string,
): void {
  if (frame.zoom < NAMES_FROM_ZOOM) return;
  const { context } = frame;
  context.textBaseline = 'middle';
  context.font = `500 ${TEXT_PX}px ${fontFamily}`;
  context.lineJoin = 'round';
  const labels: { text: string; box: LabelCandidate }[] = [];
  const obstacles: LabelCandidate[] = [];
  // Drawn last is worst.
  for (let at = drawn.count - 1; at >= 0; at -= 1) {
    const i = drawn.index[at]!;
    const radiusPx = drawn.radiusPx[at]!;
    const [x, y] = [drawn.x[at]!, drawn.y[at]!];
    obstacles.push({
      x: x - radiusPx,
      y: y - radiusPx,
      width: radiusPx * 2,
      height: radiusPx * 2,
    });
    const text = labelText(view, i);
    const width = context.measureText(text).width;
    labels.push({
      text,
      box: { x: x + radiusPx * 1.2 + 9, y: y - TEXT_PX / 2 - 1, width, height: TEXT_PX + 2 },
    });
  }
  const fitting = placeLabels(
    labels.map(({ box }) => box),
    obstacles,
  );
  context.strokeStyle = ink.haloColour;
  context.fillStyle = ink.inkColour;
  context.lineWidth = 3;
  for (const position of fitting) {
    const { text, box } = labels[position]!;
    context.strokeText(text, box.x, box.y + box.height / 2);
    context.fillText(text, box.x, box.y + box.height / 2);
  }
}

function labelText(view: CityView, i: number): string {
  const bikes = view.frame.status.numBikesAvailable[i];
  const name = view.base.stations.name[i] ?? '';
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trim()}…` : name;
  return bikes === null || bikes === undefined ? short : `${bikes} · ${short}`;
}
