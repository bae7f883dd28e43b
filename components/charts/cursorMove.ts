import type { TimeSpan } from './series';

const MINUTE_S = 60;
const HOUR_S = 3_600;
/** The arrow keys cross a chart in about so many steps, Page Up and Down in about so many. */
const ARROWS = 288;
const PAGES = 24;
const STEPS_S = [1, 5, 10, 15, 30]
  .map((minutes) => minutes * MINUTE_S)
  .concat([1, 2, 3, 6, 12, 24].map((hours) => hours * HOUR_S));

/**
 * Where a key leads the cursor of a chart over time: the keys of a slider. Over a day arrows move
 * by five minutes and pages by an hour; over a month by two hours and by a day.
 *
 * @returns epoch seconds within the span; null for keys that mean nothing here
 */
export function cursorMove(key: string, at: number, { fromAt, toAt }: TimeSpan): number | null {
  const within = (target: number) => Math.min(toAt, Math.max(fromAt, target));
  const stepS = roundStepS((toAt - fromAt) / ARROWS);
  const pageS = roundStepS((toAt - fromAt) / PAGES);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(at - stepS);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(at + stepS);
    case 'PageDown':
      return within(at - pageS);
    case 'PageUp':
      return within(at + pageS);
    case 'Home':
      return fromAt;
    case 'End':
      return toAt;
    default:
      return null;
  }
}

/** The largest round step that is not longer, or about as long. */
function roundStepS(aboutS: number): number {
  const SLACK = 1.01;
  return STEPS_S.findLast((stepS) => stepS <= aboutS * SLACK) ?? STEPS_S[0]!;
}
