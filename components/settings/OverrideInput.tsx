'use client';

import type { KeyboardEvent } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { stepText } from '@/components/ui/stepText';
import { TextField } from '@/components/ui/TextField';
import type { SettingsProblem } from '@/lib/settings/parseSettingsDraft';
import type { SettingField } from '@/lib/settings/settingFields';
import { MAX_OVERRIDES } from '@/lib/settings/thresholdOverride';
import { useUnit } from './useUnit';

/** One threshold of an override; blank takes what wider rules say, which stands in its place. */
export function OverrideInput({
  field,
  value,
  inherited,
  problem,
  takesFocus,
  onType,
}: {
  field: SettingField;
  value: string;
  inherited: string;
  problem: SettingsProblem | undefined;
  takesFocus: boolean;
  onType: (text: string) => void;
}) {
  const t = useTranslations('settings');
  const format = useFormatter();
  const unitOf = useUnit();
  const range = { min: format.number(field.min), max: format.number(field.max) };
  const isTooMany = problem === 'tooManyOverrides';
  const errorFacts = { ...range, value, ...(isTooMany && { max: String(MAX_OVERRIDES) }) };
  const step = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onType(stepText(value.trim() || inherited, event.key === 'ArrowUp' ? 1 : -1, field));
  };
  return (
    <TextField
      label={t(`field.${field.name}.label`)}
      value={value}
      placeholder={inherited}
      inputMode="decimal"
      autoComplete="off"
      autoFocus={takesFocus}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={step}
      className="tabular"
      end={
        <span className="pointer-events-none pr-3 text-ink-faint text-sm">
          {unitOf(field.unit, value.trim() || inherited)}
        </span>
      }
      hint={
        value.trim() === ''
          ? t('override.inherits', { value: inherited, unit: unitOf(field.unit, inherited) })
          : t('override.insteadOf', { value: inherited, unit: unitOf(field.unit, inherited) })
      }
      error={problem && t(`error.${problem}`, errorFacts)}
    />
  );
}
