'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { NumberField } from '@/components/ui/NumberField';
import type { SettingsProblem } from '@/lib/settings/parseSettingsDraft';
import type { SettingField } from '@/lib/settings/settingFields';
import { useUnit } from './useUnit';

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
  problem: SettingsProblem | undefined;
  onType: (text: string) => void;
}) {
  const t = useTranslations('settings');
  const tUi = useTranslations('ui');
  const format = useFormatter();
  const unitOf = useUnit();
  const range = { min: format.number(field.min), max: format.number(field.max) };
  const isChanged = value.trim() !== inForce;
  return (
    <div className="px-5 py-4">
      <NumberField
        label={t(`field.${field.name}.label`)}
        meaning={
          <>
            <p>{t(`field.${field.name}.meaning`)}</p>
            <p className="text-ink-faint">{t(`field.${field.name}.effect`)}</p>
          </>
        }
        hint={
          isChanged
            ? t('wasInForce', { value: inForce, unit: unitOf(field.unit, inForce) })
            : t('rangeWithDefault', {
                ...range,
                unit: unitOf(field.unit, field.max),
                standard: format.number(field.standard),
              })
        }
        error={problem && t(`error.${problem}`, { ...range, value })}
        name={field.name}
        value={value}
        onChange={onType}
        unit={unitOf(field.unit, value)}
        min={field.min}
        max={field.max}
        step={field.step}
        decreaseLabel={tUi('decrease', { label: t(`field.${field.name}.label`) })}
        increaseLabel={tUi('increase', { label: t(`field.${field.name}.label`) })}
      />
    </div>
  );
}
