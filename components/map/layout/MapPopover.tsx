'use client';

import { type ReactNode, useId, useRef } from 'react';

/** Between the button and its panel, CSS pixels. */
const GAP_PX = 8;
const EDGE_PX = 12;

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
    style.top = `${at.bottom + GAP_PX}px`;
    style.left = isRight ? 'auto' : `${Math.max(EDGE_PX, at.left)}px`;
    style.right = isRight ? `${Math.max(EDGE_PX, window.innerWidth - at.right)}px` : 'auto';
    style.maxHeight = `${window.innerHeight - at.bottom - GAP_PX - EDGE_PX}px`;
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
