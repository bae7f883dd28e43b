'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { NumberField } from '@/components/ui/NumberField';
import type { NumberProblem } from '@/lib/settings/parseSettingsForm';
import type { SettingField } from '@/lib/settings/settingFields';

/** One threshold: what it means on the left, its number with range and effect on the right. */
export function SettingInput({
  field,
  value,
  inForce,
  problem,
  onType,
}: {
  field: SettingField;
  value: string;
  /** What is in force; shown beside what was typed when they differ. */
  inForce: string;
  problem: NumberProblem | undefined;
  onType: (text: string) => void;
}) {
  const t = useTranslations('settings');
  const tUi = useTranslations('ui');
  const format = useFormatter();
  const unit = t(`unit.${field.unit}`);
  const range = { min: format.number(field.min), max: format.number(field.max) };
  const isChanged = value.trim() !== inForce;
  return (
    <div className="grid gap-x-8 gap-y-2 px-5 py-4 md:grid-cols-[minmax(0,1fr)_240px]">
      <div className="md:order-2">
        <NumberField
          label={t(`field.${field.name}.label`)}
          name={field.name}
          value={value}
          onChange={onType}
          unit={unit}
          min={field.min}
          max={field.max}
          step={field.step}
          decreaseLabel={tUi('decrease')}
          increaseLabel={tUi('increase')}
          hint={t('rangeWithDefault', { ...range, unit, standard: format.number(field.standard) })}
          error={problem && t(`error.${problem}`, { ...range, value })}
        />
      </div>
      <div className="flex flex-col gap-1 text-sm">
        <p className="text-ink">{t(`field.${field.name}.meaning`)}</p>
        <p className="text-ink-muted">{t(`field.${field.name}.effect`)}</p>
        {isChanged && (
          <p className="mt-1 flex items-center gap-2 text-ink-muted">
            <span className="size-2 rounded-full bg-accent ring-1 ring-ink/40" aria-hidden="true" />
            {t('wasInForce', { value: inForce, unit })}
          </p>
        )}
      </div>
    </div>
  );
}
