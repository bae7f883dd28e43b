import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import type { ClusterTally } from './clusterTally';
import { addDrawn, type DrawnMarkers } from './drawnMarkers';
import type { MapInk } from './mapInk';
import { markerRadiusPx } from './markerSize';
import type { MarkerSprites } from './markerSprites';
import type { MercatorPoints } from './mercator';
import type { CanvasFrame } from './PaneCanvas';
import { paintClusters } from './paintClusters';
import { placeOf } from './placeOf';

export interface StationScene {
  view: CityView;
  points: MercatorPoints;
  /** Stations that pass the filters; null: all do. */
  shown: ReadonlySet<number> | null;
  /** Worst first. */
  order: readonly number[];
  /** null: no clusters at this zoom. */
  tally: ClusterTally | null;
}

export interface StationBrushes {
  ink: MapInk;
  sprites: MarkerSprites;
  fontFamily: string;
}

const OK = SEVERITIES.indexOf('ok');

/**
 * Paints every station in sight, the worst last so that it lies on top. Filtered stations stay as
 * faint dots: the city keeps its shape. Where there are clusters, those and who stands alone.
 *
 * @param drawn emptied and filled with what can be picked
 * @param paintBetween paints what lies over stations that are well and under those that are short
 */
export function paintStations(
  frame: CanvasFrame,
  scene: StationScene,
  brushes: StationBrushes,
  drawn: DrawnMarkers,
  paintBetween: () => void,
): void {
  drawn.count = 0;
  paintFaint(frame, scene, brushes.ink);
  const { severity } = scene.view.frame.assessment;
  const { sprites } = brushes;
  let isBetweenDue = scene.tally === null;
  if (!isBetweenDue) paintBetween();
  const wanted = scene.tally
    ? paintClusters(frame, scene.tally, severity, brushes, drawn)
    : scene.shown;
  for (let at = scene.order.length - 1; at >= 0; at -= 1) {
    const i = scene.order[at]!;
    if (wanted && !wanted.has(i)) continue;
    if (isBetweenDue && severity[i]! < OK) {
      isBetweenDue = false;
      paintBetween();
    }
    const place = placeOf(frame, scene.points, i);
    if (!place) continue;
    const radiusPx = stampStation(frame, scene.view, i, place, sprites);
    addDrawn(drawn, i, place.x, place.y, radiusPx);
  }
  if (isBetweenDue) paintBetween();
}

/** Puts a station's marker on the canvas. @returns its radius, CSS pixels */
export function stampStation(
  { context, pixelRatio, zoom }: CanvasFrame,
  view: CityView,
  i: number,
  place: { x: number; y: number },
  sprites: MarkerSprites,
): number {
  const { severity, shortage, covered } = view.frame.assessment;
  const isHollow = covered[i] === 1 && shortage[i]! > 0;
  const radiusPx = markerRadiusPx(severity[i]!, shortage[i]!, zoom, isHollow);
  const { image, sizePx } = sprites.get(severity[i]!, isHollow, radiusPx);
  // On whole device pixels the stamp stays as crisp as it was drawn.
  const x = Math.round((place.x - sizePx / 2) * pixelRatio) / pixelRatio;
  const y = Math.round((place.y - sizePx / 2) * pixelRatio) / pixelRatio;
  context.drawImage(image, x, y, image.width / pixelRatio, image.height / pixelRatio);
  return radiusPx;
}

function paintFaint(frame: CanvasFrame, { view, points, shown }: StationScene, ink: MapInk): void {
  if (!shown) return;
  const { context } = frame;
  context.fillStyle = ink.mutedColour;
  context.globalAlpha = 0.35;
  for (let i = 0; i < view.base.stations.stationId.length; i += 1) {
    const place = shown.has(i) ? null : placeOf(frame, points, i);
    if (place) context.fillRect(place.x - 1.25, place.y - 1.25, 2.5, 2.5);
  }
  context.globalAlpha = 1;
}
