'use client';

import { type ReactNode, useId, useRef } from 'react';

/** Between the button and its panel, CSS pixels. */
const GAP_PX = 8;
const EDGE_PX = 12;
/** With less than this under the button, the panel may stand above it. */
const ROOM_PX = 340;

/**
 * A button over the map and the panel it opens, by the browser's own popover: it lies above
 * everything, closes on Escape or a press elsewhere, gives the focus back, and weighs nothing.
 */
export function MapPopover({
  label,
  buttonClassName,
  panelClassName,
  icon,
  onOpen,
  children,
}: {
  label: string;
  buttonClassName: string;
  panelClassName: string;
  icon: ReactNode;
  onOpen?: () => void;
  children: ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const place = () => {
    const at = button.current?.getBoundingClientRect();
    const style = panel.current?.style;
    if (!at || !style) return;
    const isRight = at.left + at.width / 2 > window.innerWidth / 2;
    const belowPx = window.innerHeight - at.bottom - GAP_PX - EDGE_PX;
    const abovePx = at.top - GAP_PX - EDGE_PX;
    const isAbove = belowPx < ROOM_PX && abovePx > belowPx;
    style.top = isAbove ? 'auto' : `${at.bottom + GAP_PX}px`;
    style.bottom = isAbove ? `${window.innerHeight - at.top + GAP_PX}px` : 'auto';
    style.left = isRight ? 'auto' : `${Math.max(EDGE_PX, at.left)}px`;
    style.right = isRight ? `${Math.max(EDGE_PX, window.innerWidth - at.right)}px` : 'auto';
    style.maxHeight = `${isAbove ? abovePx : belowPx}px`;
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-label={label}
        title={label}
        className={buttonClassName}
      >
        {icon}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onBeforeToggle={(event) => {
          if (event.newState !== 'open') return;
          place();
          onOpen?.();
        }}
        className={`limelight-popover ${panelClassName}`}
      >
        {children}
      </div>
    </>
  );
}
