import { SEVERITY_STYLE } from '@/components/ui/severityStyle';
import type { CityView } from '@/lib/pipeline/cityView';
import type { MapInk } from './mapInk';
import type { MarkerSprites } from './markerSprites';
import type { MercatorPoints } from './mercator';
import type { CanvasFrame } from './PaneCanvas';
import { stampStation } from './paintStations';
import { placeOf } from './placeOf';

export interface Attention {
  /** Indexes of stations. */
  selected: number | null;
  hovered: number | null;
  /** Stations that became short a little while ago. */
  news: ReadonlySet<number>;
}

export const noAttention: Attention = { selected: null, hovered: null, news: new Set() };

export function isAttentive({ selected, hovered, news }: Attention): boolean {
  return selected !== null || hovered !== null || news.size > 0;
}

/**
 * Rings around what is selected, pointed at, or has just become short: steady ones, because what
 * moves at the edge of sight is seen before what matters. Their markers are stamped once more, so
 * that they stand out of a cluster.
 */
export function paintAttention(
  frame: CanvasFrame,
  { view, points }: { view: CityView; points: MercatorPoints },
  { selected, hovered, news }: Attention,
  { ink, sprites }: { ink: MapInk; sprites: MarkerSprites },
): void {
  const { context } = frame;
  const mark = (i: number, rings: readonly Ring[]) => {
    const place = placeOf(frame, points, i);
    if (!place) return;
    const radiusPx = stampStation(frame, view, i, place, sprites);
    for (const { gapPx, widthPx, colour } of rings) {
      context.beginPath();
      context.arc(place.x, place.y, radiusPx * 1.2 + gapPx, 0, 2 * Math.PI);
      context.lineWidth = widthPx;
      context.strokeStyle = colour;
      context.stroke();
    }
  };
  const halo = { gapPx: 4.5, widthPx: 5, colour: ink.haloColour };
  const fresh = { gapPx: 4.5, widthPx: 2.25, colour: SEVERITY_STYLE.empty.fill };
  for (const i of news) if (i !== selected && i !== hovered) mark(i, [halo, fresh]);
  if (hovered !== null && hovered !== selected) {
    mark(hovered, [halo, { gapPx: 4.5, widthPx: 2, colour: ink.inkColour }]);
  }
  if (selected !== null) {
    mark(selected, [
      { gapPx: 5, widthPx: 7, colour: ink.haloColour },
      { gapPx: 5, widthPx: 3, colour: ink.inkColour },
    ]);
  }
}

interface Ring {
  gapPx: number;
  widthPx: number;
  colour: string;
}
