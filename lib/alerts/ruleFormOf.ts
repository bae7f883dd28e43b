import type { AlertRule } from './alertCondition';
import { clockText } from './clockText';
import { WEEK } from './dayWindow';
import type { RuleForm } from './parseRuleForm';

/** What a new rule begins with: the example that most people want. */
export const newRuleForm: RuleForm = {
  name: '',
  isEnabled: true,
  kind: 'shortage',
  severity: 'empty',
  uncoveredOnly: true,
  lastingMin: '15',
  area: 'city',
  districtIds: [],
  days: [...WEEK],
  isTimed: false,
  from: '07:00',
  to: '10:00',
  silentMin: '15',
};

/** A rule as its form shows it. */
export function ruleFormOf({ name, isEnabled, condition }: AlertRule): RuleForm {
  const form = { ...newRuleForm, name, isEnabled };
  if (condition.kind === 'deadFeed')
    return { ...form, kind: 'deadFeed', silentMin: String(condition.silentMin) };
  const { hours, districtIds, lastingMin, kind: _, ...rest } = condition;
  return {
    ...form,
    ...rest,
    districtIds,
    lastingMin: String(lastingMin),
    area: districtIds.length === 0 ? 'city' : 'districts',
    isTimed: hours !== null,
    ...(hours && { from: clockText(hours.fromMin), to: clockText(hours.toMin) }),
  };
}
