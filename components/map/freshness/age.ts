import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/units/clock';

export type AgeUnit = 's' | 'min' | 'h' | 'd';

export interface Age {
  unit: AgeUnit;
  /** Whole units, 0 or more. */
  value: number;
}

const STEPS: readonly { unit: AgeUnit; unitMs: number; belowMs: number }[] = [
  { unit: 's', unitMs: SECOND_MS, belowMs: 2 * MINUTE_MS },
  { unit: 'min', unitMs: MINUTE_MS, belowMs: 2 * HOUR_MS },
  { unit: 'h', unitMs: HOUR_MS, belowMs: 2 * DAY_MS },
  { unit: 'd', unitMs: DAY_MS, belowMs: Number.POSITIVE_INFINITY },
];

/**
 * An age as people say it, never more precise than useful: 95 s, 4 min, 26 h, 9 d.
 *
 * @param ageS seconds; a negative age (clocks that disagree a little) counts as 0
 */
export function ageOf(ageS: number): Age {
  const ageMs = Math.max(0, ageS) * SECOND_MS;
  const { unit, unitMs } = STEPS.find((step) => ageMs < step.belowMs) ?? STEPS[3]!;
  return { unit, value: Math.floor(ageMs / unitMs) };
}
