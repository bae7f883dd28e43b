'use client';

import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { CONTROL_CLASSES, FieldNote } from '@/components/ui/FieldFrame';
import { joinClasses } from '@/components/ui/joinClasses';
import type { WindowForm } from '@/lib/alerts/windowForm';

/** From one clock to another. */
export function WindowFields({
  from,
  to,
  onChange,
  hint,
  error,
}: WindowForm & {
  onChange: (part: Partial<WindowForm>) => void;
  hint: ReactNode;
  error?: string;
}) {
  const t = useTranslations('alerts');
  const id = useId();
  const clock = (name: 'from' | 'to', value: string) => (
    <label className="flex items-center gap-2 text-sm">
      {t(`form.${name}`)}
      <input
        type="time"
        value={value}
        onChange={(event) => onChange({ [name]: event.target.value })}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : `${id}-hint`}
        className={joinClasses(CONTROL_CLASSES, 'tabular w-32 rounded-sm')}
      />
    </label>
  );
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {clock('from', from)}
        {clock('to', to)}
      </div>
      <FieldNote {...{ id, hint, error }} />
    </div>
  );
}
