import type { TimeSpan } from './series';

const STEP_S = 5 * 60;
const PAGE_S = 60 * 60;

/**
 * Where a key leads the cursor of a chart over a day: the keys of a slider.
 *
 * @returns epoch seconds within the span; null for keys that mean nothing here
 */
export function cursorMove(key: string, at: number, { fromAt, toAt }: TimeSpan): number | null {
  const within = (target: number) => Math.min(toAt, Math.max(fromAt, target));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(at - STEP_S);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(at + STEP_S);
    case 'PageDown':
      return within(at - PAGE_S);
    case 'PageUp':
      return within(at + PAGE_S);
    case 'Home':
      return fromAt;
    case 'End':
      return toAt;
    default:
      return null;
  }
}
