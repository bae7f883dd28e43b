'use client';

import { useTranslations } from 'use-intl/react';
import { TextField } from '@/components/ui/TextField';
import { MAX_SILENT_MIN, MIN_SILENT_MIN } from '@/lib/alerts/alertCondition';
import type { RuleForm, RuleProblems } from '@/lib/alerts/parseRuleForm';

/** The one field of a rule about the feed. */
export function SilenceField({
  form,
  problems,
  change,
}: {
  form: RuleForm;
  problems: RuleProblems;
  change: (part: Partial<RuleForm>) => void;
}) {
  const t = useTranslations('alerts');
  const range = { min: MIN_SILENT_MIN, max: MAX_SILENT_MIN };
  return (
    <TextField
      label={t('form.silent')}
      hint={t('form.silentHint', range)}
      error={problems.silentMin && t('form.problem.silent', range)}
      value={form.silentMin}
      onChange={(event) => change({ silentMin: event.target.value })}
      inputMode="numeric"
      autoComplete="off"
    />
  );
}
