'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * How wide an element is, followed as it changes.
 *
 * @param initialPx until it was measured
 */
export function useElementWidth(element: RefObject<Element | null>, initialPx: number): number {
  const [widthPx, setWidthPx] = useState(initialPx);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    setWidthPx(Math.round(target.getBoundingClientRect().width));
    const observer = new ResizeObserver(([entry]) =>
      setWidthPx(Math.round(entry!.contentRect.width)),
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return widthPx;
}
