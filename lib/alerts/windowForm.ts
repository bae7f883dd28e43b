import { minuteOfClock } from './clockText';
import type { DayWindow } from './dayWindow';

export type WindowProblem = 'hoursMissing' | 'hoursEqual';

/** Two clocks as they were typed. */
export interface WindowForm {
  from: string;
  to: string;
}

export function parseWindow({ from, to }: WindowForm): DayWindow | WindowProblem {
  const [fromMin, toMin] = [minuteOfClock(from), minuteOfClock(to)];
  if (fromMin === null || toMin === null) return 'hoursMissing';
  return fromMin === toMin ? 'hoursEqual' : { fromMin, toMin };
}
