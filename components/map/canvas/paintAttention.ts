import type { CityView } from '@/lib/pipeline/cityView';
import type { MapInk } from './mapInk';
import { markerRadiusPx } from './markerSize';
import type { MercatorPoints } from './mercator';
import type { CanvasFrame } from './PaneCanvas';
import { placeOf } from './paintStations';

export interface Attention {
  /** Indexes of stations. */
  selected: number | null;
  hovered: number | null;
  /** Stations that just became short, and when by performance.now(). */
  news: readonly { index: number; sinceMs: number }[];
}

/** How long a newly short station stays ringed. */
export const NEWS_LASTS_MS = 12_000;
const PULSE_MS = 1_600;

/**
 * Rings around what is selected, pointed at, or has just become short.
 *
 * @param isStill no motion wanted: news keep a steady ring until it goes
 */
export function paintAttention(
  frame: CanvasFrame,
  view: CityView,
  points: MercatorPoints,
  attention: Attention,
  ink: MapInk,
  nowMs: number,
  isStill: boolean,
): void {
  const ring = (i: number, gapPx: number, widthPx: number, colour: string, alpha = 1) => {
    const place = placeOf(frame, points, i);
    if (!place) return;
    const { severity, shortage } = view.frame.assessment;
    const markerPx = markerRadiusPx(severity[i] ?? 4, shortage[i] ?? 0, frame.zoom);
    const radiusPx = markerPx * 1.2 + gapPx;
    const { context } = frame;
    context.globalAlpha = alpha;
    context.beginPath();
    context.arc(place.x, place.y, radiusPx, 0, 2 * Math.PI);
    context.lineWidth = widthPx;
    context.strokeStyle = colour;
    context.stroke();
    context.globalAlpha = 1;
  };
  for (const { index, sinceMs } of attention.news) {
    const ageMs = nowMs - sinceMs;
    if (ageMs >= NEWS_LASTS_MS) continue;
    const left = 1 - ageMs / NEWS_LASTS_MS;
    const pulse = isStill ? 0.4 : (ageMs % PULSE_MS) / PULSE_MS;
    ring(index, 3 + 10 * pulse, 2.5, '#d55e00', (isStill ? 1 : 1 - pulse) * Math.min(1, left * 3));
  }
  const { hovered, selected } = attention;
  if (hovered !== null && hovered !== selected) ring(hovered, 4, 2, ink.inkColour, 0.8);
  if (selected !== null) {
    ring(selected, 5, 6, ink.haloColour);
    ring(selected, 5, 3, ink.inkColour);
  }
}
