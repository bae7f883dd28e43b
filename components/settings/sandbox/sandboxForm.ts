import { MAX_LASTING_MIN } from '@/lib/alerts/alertCondition';
import { parseWholeNumber } from '@/lib/alerts/parseWholeNumber';
import { newRuleForm } from '@/lib/alerts/ruleFormOf';
import { type AskedPeriod, spanOfPeriod } from '@/lib/pipeline/sandbox/askedPeriod';

export const PERIODS = ['1', '7', '28', 'own'] as const;
export type PeriodChoice = (typeof PERIODS)[number];

/** What is chosen, as it was typed. */
export interface SandboxForm {
  period: PeriodChoice;
  /** Local dates, such as "2022-05-16". */
  from: string;
  to: string;
  lastingMin: string;
}

export interface SandboxFormErrors {
  period?: 'dates';
  lastingMin?: 'lasting';
}

/** A week, and what an alert rule begins with. */
export const newSandboxForm: SandboxForm = {
  period: '7',
  from: '',
  to: '',
  lastingMin: newRuleForm.lastingMin,
};

/** What the form asks for; where something is wrong, what. */
export function parseSandboxForm(
  form: SandboxForm,
  timeZone: string,
  nowAt: number,
): { asked: { period: AskedPeriod; lastingMin: number } | null; errors: SandboxFormErrors } {
  const lastingMin = parseWholeNumber(form.lastingMin, 0, MAX_LASTING_MIN);
  const period = periodOf(form);
  const errors: SandboxFormErrors = {};
  if (lastingMin === null) errors.lastingMin = 'lasting';
  if (spanOfPeriod(period, timeZone, nowAt) === null) errors.period = 'dates';
  const isValid = lastingMin !== null && errors.period === undefined;
  return { asked: isValid ? { period, lastingMin } : null, errors };
}

function periodOf({ period, from, to }: SandboxForm): AskedPeriod {
  return period === 'own' ? { kind: 'days', from, to } : { kind: 'last', days: Number(period) };
}
