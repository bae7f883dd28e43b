'use client';

import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { ChartScale } from './chartScale';
import { cursorMove } from './cursorMove';
import type { TimeSpan } from './series';
import type { useChartZoom } from './useChartZoom';

const MINUTE_S = 60;

/**
 * The instant somebody points at: by mouse while it hovers, by finger until the next press
 * elsewhere takes the focus away, by the keys of a slider while the chart has the focus.
 *
 * @param zoom takes pulls and keys of its own before they move the cursor
 * @returns the instant (null: none), and what the chart's element needs
 */
export function useChartCursor(
  span: TimeSpan,
  scale: ChartScale,
  zoom: ReturnType<typeof useChartZoom>,
) {
  const [chosenAt, setChosenAt] = useState<number | null>(null);
  const isInside = chosenAt !== null && chosenAt >= span.fromAt && chosenAt <= span.toAt;
  const at = isInside ? chosenAt : null;
  const follow = (event: PointerEvent) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const pointed = scale.atOf(event.clientX - left);
    setChosenAt(Math.max(span.fromAt, Math.floor(pointed / MINUTE_S) * MINUTE_S));
  };
  return {
    at,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        follow(event);
        zoom.onPointerDown(event);
      },
      onPointerUp: zoom.onPointerUp,
      onPointerCancel: zoom.onPointerCancel,
      onPointerMove: (event: PointerEvent) => {
        zoom.onPointerMove(event);
        if (event.pointerType === 'mouse' || event.buttons > 0) follow(event);
      },
      onPointerLeave: (event: PointerEvent) => {
        if (event.pointerType === 'mouse') setChosenAt(null);
      },
      onFocus: () => setChosenAt((was) => was ?? span.toAt),
      onBlur: () => setChosenAt(null),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        if (zoom.onKeyDown(event, at ?? span.toAt)) {
          event.preventDefault();
          return;
        }
        const moved = cursorMove(event.key, at ?? span.toAt, span);
        if (moved === null) return;
        event.preventDefault();
        setChosenAt(moved);
      },
    },
  };
}
