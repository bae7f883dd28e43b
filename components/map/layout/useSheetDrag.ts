'use client';

import { type MouseEvent, type PointerEvent, useRef } from 'react';
import { type SheetHeight, settleSheet } from './sheetHeight';

interface Drag {
  startY: number;
  startPx: number;
  lastY: number;
  lastMs: number;
  upPxPerMs: number;
  hasMoved: boolean;
}

/** Less than this is a tap. */
const TAP_PX = 6;

/**
 * Lets a finger drag the sheet by its handle. While it drags, the height is written straight to
 * the element: no render can keep a finger's pace. A tap counts with its click, not before: a sheet
 * that rose under the finger would hand the rest of the tap to what then lies there.
 */
export function useSheetDrag(onSettle: (height: SheetHeight) => void, onTap: () => void) {
  const drag = useRef<Drag | null>(null);
  const wasDragged = useRef(false);
  const sheetOf = (event: PointerEvent) =>
    (event.currentTarget as HTMLElement).closest<HTMLElement>('[data-sheet]');
  const roomOf = (sheet: HTMLElement) => sheet.parentElement?.clientHeight ?? window.innerHeight;

  return {
    onPointerDown(event: PointerEvent) {
      const sheet = sheetOf(event);
      if (!sheet) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      wasDragged.current = false;
      drag.current = {
        startY: event.clientY,
        startPx: sheet.clientHeight,
        lastY: event.clientY,
        lastMs: event.timeStamp,
        upPxPerMs: 0,
        hasMoved: false,
      };
    },
    onPointerMove(event: PointerEvent) {
      const sheet = sheetOf(event);
      const now = drag.current;
      if (!sheet || !now) return;
      const upPx = now.startY - event.clientY;
      if (!now.hasMoved && Math.abs(upPx) < TAP_PX) return;
      now.hasMoved = true;
      const passedMs = Math.max(1, event.timeStamp - now.lastMs);
      now.upPxPerMs = 0.6 * ((now.lastY - event.clientY) / passedMs) + 0.4 * now.upPxPerMs;
      now.lastY = event.clientY;
      now.lastMs = event.timeStamp;
      const heightPx = Math.max(48, Math.min(roomOf(sheet), now.startPx + upPx));
      sheet.style.transition = 'none';
      sheet.style.height = `${heightPx}px`;
    },
    onPointerUp(event: PointerEvent) {
      const sheet = sheetOf(event);
      const now = drag.current;
      drag.current = null;
      if (!sheet || !now) return;
      if (!now.hasMoved) return;
      wasDragged.current = true;
      const height = settleSheet(sheet.clientHeight, now.upPxPerMs, roomOf(sheet));
      sheet.style.transition = '';
      sheet.style.height = '';
      onSettle(height);
    },
    onClick(event: MouseEvent) {
      // A click without a pointer comes from a keyboard or a screen reader.
      if (event.detail === 0 || !wasDragged.current) onTap();
    },
    onPointerCancel(event: PointerEvent) {
      const sheet = sheetOf(event);
      drag.current = null;
      if (!sheet) return;
      sheet.style.transition = '';
      sheet.style.height = '';
    },
  };
}
