'use client';

import type { Dispatch } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import { MAX_REASON_LENGTH } from '@/lib/settings/reasonLength';
import type { SettingField } from '@/lib/settings/settingFields';
import { SaveAnswerWords } from './SaveAnswerWords';
import type { SettingsFormEvent, SettingsFormState } from './settingsFormState';
import { useUnit } from './useUnit';

/** What would change, why, and the button; in sight beside the form. */
export function SavePanel({
  state,
  changed,
  isPending,
  dispatch,
}: {
  state: SettingsFormState;
  changed: readonly SettingField[];
  isPending: boolean;
  dispatch: Dispatch<SettingsFormEvent>;
}) {
  const t = useTranslations('settings');
  const unitOf = useUnit();
  const { reason: problem } = state.errors;
  return (
    <aside className="flex flex-col gap-4 rounded-lg border border-line bg-raised p-5 xl:sticky xl:top-6">
      <p className="font-medium text-sm" aria-live="polite">
        {t('changed', { count: changed.length })}
      </p>
      {changed.length > 0 && (
        <ul className="tabular flex flex-col gap-1 text-sm">
          {changed.map(({ name, unit }) => (
            <li key={name} className="flex justify-between gap-3">
              <span className="truncate text-ink-muted">{t(`field.${name}.label`)}</span>
              <span className="whitespace-nowrap">
                {state.base.values[name]} → {state.values[name].trim() || '?'}{' '}
                {unitOf(unit, state.values[name])}
              </span>
            </li>
          ))}
        </ul>
      )}
      <TextArea
        label={t('reason.label')}
        name="reason"
        value={state.reason}
        maxLength={MAX_REASON_LENGTH}
        onChange={(event) => dispatch({ kind: 'typedReason', text: event.target.value })}
        hint={t('reason.meaning')}
        error={
          problem && t(`error.${problem}`, { max: MAX_REASON_LENGTH, length: state.reason.length })
        }
      />
      <div className="flex flex-col gap-2">
        <Button type="submit" kind="primary" isPending={isPending}>
          {isPending ? t('saving') : t('save')}
        </Button>
        <Button
          kind="quiet"
          disabled={changed.length === 0 || isPending}
          onClick={() => dispatch({ kind: 'reset' })}
        >
          {t('reset')}
        </Button>
      </div>
      <SaveAnswerWords answer={state.answer} />
    </aside>
  );
}
