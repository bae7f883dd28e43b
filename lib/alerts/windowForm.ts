import { minuteOfClock } from './clockText';
import type { DayWindow } from './dayWindow';

export type HoursProblem = 'hoursMissing' | 'hoursEqual';

/** Two clocks as they were typed. */
export interface WindowForm {
  from: string;
  to: string;
}

export function parseWindow({ from, to }: WindowForm): DayWindow | HoursProblem {
  const [fromMin, toMin] = [minuteOfClock(from), minuteOfClock(to)];
  if (fromMin === null || toMin === null) return 'hoursMissing';
  return fromMin === toMin ? 'hoursEqual' : { fromMin, toMin };
}
