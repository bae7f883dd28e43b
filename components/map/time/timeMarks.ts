import { clockTicks } from '@/components/charts/chartTicks';
import { localDayOf } from '@/lib/units/localMinute';
import type { TimeStretch } from './timeStretch';

/** A place on the slider's scale, and what is written there. */
export interface TimeMark {
  at: number;
  kind: 'hour' | 'day' | 'month';
}

const DAY_S = 86_400;
/** Apart by less than this, words would run into each other; CSS pixels. */
const APART_PX = 52;

/** What to write under a slider of a width, by the city's clock, oldest first. */
export function timeMarks(span: TimeStretch, widthPx: number, timeZone: string): TimeMark[] {
  const days = Math.round((span.toAt - span.fromAt) / DAY_S);
  const most = Math.max(2, Math.floor(widthPx / APART_PX));
  if (days <= 1) {
    const everyH = [1, 2, 3, 4, 6, 12].find((hours) => 24 / hours <= most) ?? 12;
    return clockTicks(span, timeZone, everyH).map((at) => ({ at, kind: 'hour' }));
  }
  const starts = dayStarts(span, timeZone);
  if (days <= 45) {
    const every = Math.ceil(starts.length / most);
    return starts.filter((_, i) => i % every === 0).map((at) => ({ at, kind: 'day' }));
  }
  const firsts = starts.filter((at) => dayOfMonth(at, timeZone) === 1);
  const every = Math.ceil(firsts.length / most);
  return firsts.filter((_, i) => i % every === 0).map((at) => ({ at, kind: 'month' }));
}

function dayStarts({ fromAt, toAt }: TimeStretch, timeZone: string): number[] {
  const starts: number[] = [];
  for (let noon = fromAt + DAY_S / 2; noon < toAt; noon += DAY_S)
    starts.push(localDayOf(noon, timeZone).fromAt);
  return starts;
}

function dayOfMonth(at: number, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en', { day: 'numeric', timeZone }).format(at * 1_000));
}
