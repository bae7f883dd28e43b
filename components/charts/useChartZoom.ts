'use client';

import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { ChartScale } from './chartScale';
import { type ChartZoom, zoomKey } from './chartZoom';
import type { TimeSpan } from './series';

/** Less is a press, not a pull. */
const LEAST_PULL_PX = 8;

/**
 * Zooming by keys, and by a mouse that marks a span out. A finger reads instead: for it there are
 * buttons.
 *
 * @param zoom undefined: the chart cannot be zoomed
 * @returns what is being marked out, and handlers that answer whether they took the event
 */
export function useChartZoom(span: TimeSpan, scale: ChartScale, zoom: ChartZoom | undefined) {
  const [pull, setPull] = useState<{ fromX: number; toX: number } | null>(null);
  const isMarked = pull !== null && Math.abs(pull.toX - pull.fromX) >= LEAST_PULL_PX;
  const marked = isMarked ? spanBetween(scale, pull.fromX, pull.toX) : null;
  const xOf = (event: PointerEvent) =>
    event.clientX - event.currentTarget.getBoundingClientRect().left;
  return {
    marked,
    onPointerDown(event: PointerEvent) {
      if (!zoom || event.pointerType !== 'mouse' || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setPull({ fromX: xOf(event), toX: xOf(event) });
    },
    onPointerMove(event: PointerEvent) {
      if (pull) setPull({ ...pull, toX: xOf(event) });
    },
    onPointerUp() {
      if (marked) zoom?.show(marked);
      setPull(null);
    },
    onPointerCancel() {
      setPull(null);
    },
    onKeyDown(event: KeyboardEvent, at: number): boolean {
      if (!zoom) return false;
      if (event.key === 'Escape' && pull) {
        setPull(null);
        return true;
      }
      const to = zoomKey(event, span, at);
      if (to === null) return false;
      if (to === 'all') zoom.reset();
      else zoom.show(to);
      return true;
    },
  };
}

function spanBetween(scale: ChartScale, x: number, otherX: number): TimeSpan {
  return { fromAt: scale.atOf(Math.min(x, otherX)), toAt: scale.atOf(Math.max(x, otherX)) };
}
