'use client';

import { MapPin } from 'lucide-react';
import { type Dispatch, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { EmptyState } from '@/components/ui/EmptyState';
import { fieldKey } from '@/lib/settings/parseSettingsDraft';
import { overrideKey, type RuleScope } from '@/lib/settings/thresholdOverride';
import { AddOverride } from './AddOverride';
import { OverrideCard } from './OverrideCard';
import { OverridesMap } from './OverridesMap';
import type { RuleNames } from './ruleNames';
import { SettingsSection } from './SettingsSection';
import type { SettingsFormEvent, SettingsFormState } from './settingsFormState';

/** Other thresholds by place and time, and a map of where they are. */
export function OverridesSection({
  state,
  names,
  inForceId,
  dispatch,
}: {
  state: SettingsFormState;
  names: RuleNames;
  /** The saved window in force now. */
  inForceId: string | null;
  dispatch: Dispatch<SettingsFormEvent>;
}) {
  const t = useTranslations('settings');
  const [districtId, setDistrictId] = useState<string | null>(null);
  const { overrides } = state.draft;
  return (
    <SettingsSection title={t('override.title')} meaning={t('override.meaning')}>
      <div className="grid gap-5 border-line border-b px-5 py-4 lg:grid-cols-[minmax(0,1fr)_280px]">
        <AddOverride
          {...{ state, names, districtId }}
          onPlace={setDistrictId}
          onAdd={(scope) => dispatch({ kind: 'overrideAdded', scope })}
        />
        <OverridesMap {...{ overrides, names, districtId }} onPick={setDistrictId} />
      </div>
      {overrides.length === 0 ? (
        <EmptyState
          icon={<MapPin className="size-5" aria-hidden="true" />}
          title={t('override.empty')}
        />
      ) : (
        <ul className="divide-y divide-line">
          {overrides.map((override) => (
            <li key={overrideKey(override)}>
              <OverrideCard
                {...{ override, names }}
                draft={state.draft}
                errors={state.errors.fields}
                problem={state.errors.fields[fieldKey.override(override)]}
                isNew={!state.base.draft.overrides.some((one) => isSameScope(one, override))}
                isInForce={override.windowId === null || override.windowId === inForceId}
                onType={(name, text) =>
                  dispatch({ kind: 'overrideTyped', scope: override, name, text })
                }
                onRemove={() => dispatch({ kind: 'overrideRemoved', scope: override })}
              />
            </li>
          ))}
        </ul>
      )}
    </SettingsSection>
  );
}

function isSameScope(a: RuleScope, b: RuleScope): boolean {
  return overrideKey(a) === overrideKey(b);
}
