import { z } from 'zod';
import {
  ALERT_SEVERITIES,
  type AlertCondition,
  MAX_LASTING_MIN,
  MAX_RULE_NAME_LENGTH,
  MAX_SILENT_MIN,
  MIN_SILENT_MIN,
  type RuleDraft,
  ruleDraftSchema,
} from './alertCondition';
import { parseWholeNumber } from './parseWholeNumber';
import { type HoursProblem, parseWindow } from './windowForm';

/** What the form of a rule holds: texts as they were typed. */
export const ruleFormSchema = z.object({
  name: z.string().max(1_000),
  isEnabled: z.boolean(),
  kind: z.enum(['shortage', 'deadFeed']),
  severity: z.enum(ALERT_SEVERITIES),
  uncoveredOnly: z.boolean(),
  lastingMin: z.string().max(20),
  area: z.enum(['city', 'districts']),
  districtIds: z.array(z.string().max(200)).max(300),
  days: z.array(z.number()).max(7),
  isTimed: z.boolean(),
  from: z.string().max(20),
  to: z.string().max(20),
  silentMin: z.string().max(20),
});
export type RuleForm = z.infer<typeof ruleFormSchema>;

/** What is wrong with a field; the words and the mend are the page's. */
export interface RuleProblems {
  name?: 'nameMissing' | 'nameTooLong';
  lastingMin?: 'lasting';
  silentMin?: 'silent';
  districtIds?: 'districtsMissing';
  days?: 'daysMissing';
  hours?: HoursProblem;
}

export type ParsedRuleForm =
  | { kind: 'valid'; draft: RuleDraft }
  | { kind: 'invalid'; problems: RuleProblems };

/** Reads what the form posts. Everything that is wrong comes back at once. */
export function parseRuleForm(form: RuleForm): ParsedRuleForm {
  const problems: RuleProblems = {};
  const name = form.name.trim();
  if (name === '') problems.name = 'nameMissing';
  else if (name.length > MAX_RULE_NAME_LENGTH) problems.name = 'nameTooLong';
  const condition =
    form.kind === 'deadFeed' ? deadFeedOf(form, problems) : shortageOf(form, problems);
  if (condition === null || Object.keys(problems).length > 0) return { kind: 'invalid', problems };
  const draft = ruleDraftSchema.parse({ name, isEnabled: form.isEnabled, condition });
  return { kind: 'valid', draft };
}

function deadFeedOf(form: RuleForm, problems: RuleProblems): AlertCondition | null {
  const silentMin = parseWholeNumber(form.silentMin, MIN_SILENT_MIN, MAX_SILENT_MIN);
  if (silentMin === null) problems.silentMin = 'silent';
  return silentMin === null ? null : { kind: 'deadFeed', silentMin };
}

function shortageOf(form: RuleForm, problems: RuleProblems): AlertCondition | null {
  const lastingMin = parseWholeNumber(form.lastingMin, 0, MAX_LASTING_MIN);
  if (lastingMin === null) problems.lastingMin = 'lasting';
  const districtIds = form.area === 'city' ? [] : [...new Set(form.districtIds)];
  if (form.area === 'districts' && districtIds.length === 0)
    problems.districtIds = 'districtsMissing';
  const days = [...new Set(form.days)].sort((a, b) => a - b);
  if (days.length === 0) problems.days = 'daysMissing';
  const hours = form.isTimed ? parseWindow(form) : null;
  if (typeof hours === 'string') {
    problems.hours = hours;
    return null;
  }
  if (lastingMin === null) return null;
  const { severity, uncoveredOnly } = form;
  return { kind: 'shortage', districtIds, severity, uncoveredOnly, lastingMin, days, hours };
}
