'use client';

import type { Dispatch } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import type { CellChange } from '@/lib/settings/draftChanges';
import { MAX_REASON_LENGTH } from '@/lib/settings/reasonLength';
import { ChangeList } from './ChangeList';
import { PreviewPanel } from './PreviewPanel';
import type { RuleNames } from './ruleNames';
import { SaveAnswerWords } from './SaveAnswerWords';
import type { SettingsFormEvent, SettingsFormState } from './settingsFormState';

/** What would change, what that does to the city, why, and the button; in sight beside the form. */
export function SavePanel({
  state,
  changes,
  names,
  isPending,
  dispatch,
}: {
  state: SettingsFormState;
  changes: readonly CellChange[];
  names: RuleNames;
  isPending: boolean;
  dispatch: Dispatch<SettingsFormEvent>;
}) {
  const t = useTranslations('settings');
  const { reason: problem } = state.errors;
  return (
    <aside
      aria-label={t('panel')}
      className="flex min-w-0 flex-col gap-4 rounded-lg border border-line bg-raised p-5 xl:sticky xl:top-6 xl:max-h-[calc(100dvh-48px)] xl:overflow-y-auto"
    >
      <p className="font-medium text-sm" aria-live="polite">
        {t('changed', { count: changes.length })}
      </p>
      {changes.length > 0 && <ChangeList changes={changes} names={names} />}
      <PreviewPanel draft={state.draft} isChanged={changes.length > 0} />
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
          disabled={changes.length === 0 || isPending}
          onClick={() => dispatch({ kind: 'reset' })}
        >
          {t('reset')}
        </Button>
      </div>
      <SaveAnswerWords answer={state.answer} />
    </aside>
  );
}
