'use client';

import type { Dispatch } from 'react';
import { useTranslations } from 'use-intl/react';
import { type SettingGroup, settingFields } from '@/lib/settings/settingFields';
import { SettingInput } from './SettingInput';
import { SettingsSection } from './SettingsSection';
import type { SettingsFormEvent, SettingsFormState } from './settingsFormState';

/** The values of one group that hold for the whole city at all times. */
export function ValuesSection({
  group,
  state,
  dispatch,
}: {
  group: SettingGroup;
  state: SettingsFormState;
  dispatch: Dispatch<SettingsFormEvent>;
}) {
  const t = useTranslations('settings');
  return (
    <SettingsSection title={t(`group.${group}.title`)} meaning={t(`group.${group}.meaning`)}>
      <div className="divide-y divide-line">
        {settingFields
          .filter((field) => field.group === group)
          .map((field) => (
            <SettingInput
              key={field.name}
              field={field}
              value={state.draft.values[field.name]}
              inForce={state.base.draft.values[field.name]}
              problem={state.errors.fields[field.name]}
              onType={(text) => dispatch({ kind: 'typed', name: field.name, text })}
            />
          ))}
      </div>
    </SettingsSection>
  );
}
