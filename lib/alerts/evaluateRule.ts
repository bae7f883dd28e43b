import { type AlertCity, isFresh } from './alertCity';
import type { AlertCondition } from './alertCondition';
import { evaluateDeadFeed } from './evaluateDeadFeed';
import { evaluateShortage } from './evaluateShortage';
import type { Evaluation, RuleState } from './ruleState';

/**
 * One look of any rule at the city as of now. Stale data are no news of a shortage, nor of its end:
 * rules about stations then wait.
 */
export function evaluateRule(
  condition: AlertCondition,
  city: AlertCity,
  before: RuleState,
  nowAt: Date,
): Evaluation {
  if (condition.kind === 'deadFeed') return evaluateDeadFeed(condition, city, before, nowAt);
  const { confirmedAt } = city;
  if (!confirmedAt || !isFresh(city, nowAt)) return { state: before, transitions: [] };
  return evaluateShortage(condition, { ...city, confirmedAt }, before);
}
