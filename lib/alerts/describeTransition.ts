import type { AlertStation } from './alertCity';
import type { AlertRule } from './alertCondition';
import type { AlertLine } from './alertLine';
import { FEED, type Transition } from './ruleState';

/**
 * A transition with what people need to know of it, as judged at that look.
 *
 * @param stationById of the city that was looked at
 */
export function describeTransition(
  { ruleId, name: ruleName }: Pick<AlertRule, 'ruleId' | 'name'>,
  transition: Transition,
  stationById: ReadonlyMap<string, AlertStation>,
): AlertLine {
  const station = transition.subjectId === FEED ? undefined : stationById.get(transition.subjectId);
  if (!station) return { ruleId, ruleName, ...transition, station: null };
  const { name, districtName, severity, usableBikes, isCovered } = station;
  const facts = { name, districtName, severity, usableBikes, isCovered };
  return { ruleId, ruleName, ...transition, station: facts };
}
