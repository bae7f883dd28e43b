'use client';

import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { ChartScale } from './chartScale';
import { cursorMove } from './cursorMove';
import type { TimeSpan } from './series';

const MINUTE_S = 60;

/**
 * The instant somebody points at: by mouse while it hovers, by finger until the next press
 * elsewhere takes the focus away, by the keys of a slider while the chart has the focus.
 *
 * @returns the instant (null: none), and what the chart's element needs
 */
export function useChartCursor(span: TimeSpan, scale: ChartScale) {
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
      onPointerDown: follow,
      onPointerMove: (event: PointerEvent) => {
        if (event.pointerType === 'mouse' || event.buttons > 0) follow(event);
      },
      onPointerLeave: (event: PointerEvent) => {
        if (event.pointerType === 'mouse') setChosenAt(null);
      },
      onFocus: () => setChosenAt((was) => was ?? span.toAt),
      onBlur: () => setChosenAt(null),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const moved = cursorMove(event.key, at ?? span.toAt, span);
        if (moved === null) return;
        event.preventDefault();
        setChosenAt(moved);
      },
    },
  };
}
