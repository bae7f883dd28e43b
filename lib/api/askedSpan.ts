import type { Span } from '@/lib/history/stationSeries';
import { problem } from '@/lib/http/problem';
import { DAY_MS, SECOND_MS } from '@/lib/units/clock';
import { MAX_SPAN_DAYS } from './fields';

/** The stretch of the past that a request asks for, or the refusal. */
export function readAskedSpan({ from, to }: { from: string; to: string }): Span | Response {
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  if (toMs > fromMs && toMs - fromMs <= MAX_SPAN_DAYS * DAY_MS) {
    return { fromAt: fromMs / SECOND_MS, toAt: toMs / SECOND_MS };
  }
  return problem('badRequest', `to must be later than from, by at most ${MAX_SPAN_DAYS} days.`);
}
