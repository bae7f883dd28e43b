'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { FieldNote } from '@/components/ui/FieldFrame';
import { joinClasses } from '@/components/ui/joinClasses';
import { WEEK } from '@/lib/alerts/dayWindow';
import { dayKey } from './useRuleSummary';

/** Days of the week, any of them. */
export function DayPicker({
  days,
  onChange,
  error,
}: {
  days: readonly number[];
  onChange: (days: number[]) => void;
  error?: string;
}) {
  const t = useTranslations('alerts');
  const id = useId();
  const toggle = (day: number) =>
    onChange(days.includes(day) ? days.filter((other) => other !== day) : [...days, day]);
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{t('form.days')}</legend>
      <div className="flex flex-wrap gap-1">
        {WEEK.map((day) => (
          <label
            key={day}
            className={joinClasses(
              'relative flex h-9 min-w-11 cursor-pointer items-center justify-center rounded-sm border px-1.5',
              'border-line-strong text-ink-muted text-sm transition-colors hover:text-ink pointer-coarse:h-11',
              'has-checked:border-inverse has-checked:bg-inverse has-checked:text-on-inverse',
              'has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2',
            )}
          >
            <input
              type="checkbox"
              checked={days.includes(day)}
              onChange={() => toggle(day)}
              aria-label={t(`dayName.${dayKey(day)}`)}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${id}-error` : undefined}
              className="absolute inset-0 appearance-none opacity-0"
            />
            <span aria-hidden="true">{t(`day.${dayKey(day)}`)}</span>
          </label>
        ))}
      </div>
      <FieldNote id={id} error={error} />
    </fieldset>
  );
}
