import type { Period } from '@/lib/insights/foldDays';
import { type InsightFilter, PERIOD_DAYS } from '@/lib/insights/insightFilter';

/** What the list of periods holds: so many days, a stretch of the past, or dates of one's own. */
export const OWN_DATES = 'own';

const RANGE = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

export function rangeChoice({ from, to }: Period): string {
  return `${from}..${to}`;
}

/** The choice that a filter stands for. @param stretches that the list offers by name */
export function choiceOf(filter: InsightFilter, stretches: readonly Period[]): string {
  const { days, from, to } = filter;
  if (!from || !to) return String(days);
  const range = rangeChoice({ from, to });
  return stretches.some((one) => rangeChoice(one) === range) ? range : OWN_DATES;
}

/** The lengths to choose from: the usual ones, and the one that the address asks for. */
export function lengthChoices({ days, from }: InsightFilter): number[] {
  const lengths = new Set<number>(PERIOD_DAYS);
  if (!from) lengths.add(days);
  return [...lengths].sort((a, b) => a - b);
}

/** What a choice changes about the filter. @param shown the period on the page, to start from */
export function changeByChoice(choice: string, shown: Period): Partial<InsightFilter> {
  if (choice === OWN_DATES) return shown;
  const range = RANGE.exec(choice);
  if (range) return { from: range[1], to: range[2] };
  return { days: Number(choice), from: undefined, to: undefined };
}
