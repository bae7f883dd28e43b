import { OWN_VEHICLE_STYLE, vehiclePath } from '@/components/ui/severityStyle';
import type { Clusters } from '../layers/clusterPoints';
import { type ClusterLevels, clustersAt } from '../layers/clustersAt';
import type { MercatorPoints } from './mercator';
import type { CanvasFrame } from './PaneCanvas';
import { placeOf } from './placeOf';

export interface VehicleScene {
  points: MercatorPoints;
  /** Of these very points; null: each is drawn. */
  levels: ClusterLevels | null;
}

const TEXT_PX = 12;
const PILL_PX = 20;

/** Paints own vehicles as pins that stand on their place, and where they crowd, as their number. */
export function paintVehicles(frame: CanvasFrame, scene: VehicleScene, fontFamily: string): void {
  const clusters = clustersAt(scene.levels, frame.zoom);
  if (clusters) paintClusters(frame, scene.points, clusters, fontFamily);
  else paintPins(frame, scene.points, () => true);
}

function paintPins(
  frame: CanvasFrame,
  points: MercatorPoints,
  isWanted: (i: number) => boolean,
): void {
  const { context, zoom } = frame;
  const radiusPx = zoom < 13 ? 3 : zoom < 15 ? 4 : 5.5;
  const pin = new Path2D(vehiclePath(radiusPx));
  applyStyle(context, zoom < 13 ? 0.75 : 1);
  for (let i = 0; i < points.length / 2; i += 1) {
    const place = isWanted(i) ? placeOf(frame, points, i) : null;
    if (!place) continue;
    const top = place.y - 1.45 * radiusPx;
    context.translate(place.x, top);
    context.fill(pin, 'evenodd');
    context.stroke(pin);
    context.translate(-place.x, -top);
  }
}

function paintClusters(
  frame: CanvasFrame,
  points: MercatorPoints,
  { size, count, centres, clusterOf }: Clusters,
  fontFamily: string,
): void {
  paintPins(frame, points, (i) => size[clusterOf[i]!] === 1);
  const { context } = frame;
  context.font = `600 ${TEXT_PX}px ${fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let cluster = 0; cluster < count; cluster += 1) {
    const place = size[cluster]! > 1 ? placeOf(frame, centres, cluster) : null;
    if (!place) continue;
    const text = String(size[cluster]);
    const width = Math.max(PILL_PX, PILL_PX / 2 + text.length * TEXT_PX * 0.65);
    applyStyle(context, 1);
    context.beginPath();
    context.roundRect(place.x - width / 2, place.y - PILL_PX / 2, width, PILL_PX, PILL_PX / 2);
    context.fill();
    context.stroke();
    context.fillStyle = OWN_VEHICLE_STYLE.stroke;
    context.fillText(text, place.x, place.y + 0.5);
  }
  context.textAlign = 'start';
}

function applyStyle(context: CanvasRenderingContext2D, lineWidth: number): void {
  context.fillStyle = OWN_VEHICLE_STYLE.fill;
  context.strokeStyle = OWN_VEHICLE_STYLE.stroke;
  context.lineWidth = lineWidth;
}
