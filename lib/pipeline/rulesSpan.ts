import type { ThresholdsInForce } from '@/lib/settings/thresholdsInForce';

/** What applied where, for as long as it did; epoch seconds. */
export interface RulesSpan {
  fromAt: number;
  toAt: number;
  settingsVersion: number;
  /** When they were saved; null: the built-in ones. */
  savedAt: number | null;
  rules: ThresholdsInForce;
}

/** The rules of an instant; those of the first or last span before or after all of them. */
export function rulesAt(spans: readonly RulesSpan[], at: number): RulesSpan {
  const span = spans.findLast(({ fromAt }) => fromAt <= at) ?? spans[0];
  if (!span) throw new Error('Rules of no stretch were asked for');
  return span;
}
