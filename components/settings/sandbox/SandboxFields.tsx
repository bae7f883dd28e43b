'use client';

import { useTranslations } from 'use-intl/react';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { MAX_LASTING_MIN } from '@/lib/alerts/alertCondition';
import { MAX_SANDBOX_DAYS } from '@/lib/pipeline/sandbox/askedPeriod';
import {
  PERIODS,
  type PeriodChoice,
  type SandboxForm,
  type SandboxFormErrors,
} from './sandboxForm';

/** Which period, and how long a shortage must last to be told. */
export function SandboxFields({
  form,
  errors,
  onChange,
}: {
  form: SandboxForm;
  errors: SandboxFormErrors;
  onChange: (form: SandboxForm) => void;
}) {
  const t = useTranslations('sandbox');
  const problem = errors.period && t('error.dates', { days: MAX_SANDBOX_DAYS });
  const date = (name: 'from' | 'to') => (
    <TextField
      type="date"
      label={t(`${name}Date`)}
      value={form[name]}
      aria-invalid={problem ? true : undefined}
      error={name === 'to' ? problem : undefined}
      onChange={(event) => onChange({ ...form, [name]: event.target.value })}
    />
  );
  return (
    <div className="grid w-full gap-x-4 gap-y-3 sm:w-auto sm:auto-cols-[190px] sm:grid-flow-col">
      <Select
        label={t('period')}
        value={form.period}
        options={PERIODS.map((value) => ({ value, label: t(`periods.${value}`) }))}
        onChange={(event) => onChange({ ...form, period: event.target.value as PeriodChoice })}
      />
      {form.period === 'own' && date('from')}
      {form.period === 'own' && date('to')}
      <TextField
        label={t('lasting')}
        value={form.lastingMin}
        inputMode="numeric"
        autoComplete="off"
        hint={t('lastingHint', { max: MAX_LASTING_MIN })}
        error={errors.lastingMin && t('error.lasting', { max: MAX_LASTING_MIN })}
        onChange={(event) => onChange({ ...form, lastingMin: event.target.value })}
      />
    </div>
  );
}
