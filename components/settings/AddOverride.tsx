'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { groupDistricts } from '@/components/map/filters/groupDistricts';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { overrideKey, type RuleScope } from '@/lib/settings/thresholdOverride';
import type { RuleNames } from './ruleNames';
import type { SettingsFormState } from './settingsFormState';

/** Chooses where and when other thresholds are to hold. */
export function AddOverride({
  state,
  names,
  districtId,
  onPlace,
  onAdd,
}: {
  state: SettingsFormState;
  names: RuleNames;
  /** The place that is chosen here or on the map; null: the whole city. */
  districtId: string | null;
  onPlace: (districtId: string | null) => void;
  onAdd: (scope: RuleScope) => void;
}) {
  const t = useTranslations('settings');
  const [windowId, setWindowId] = useState<string | null>(null);
  const { windows, overrides } = state.draft;
  const scope = {
    districtId,
    windowId: windows.some((w) => w.windowId === windowId) ? windowId : null,
  };
  const isEverywhere = scope.districtId === null && scope.windowId === null;
  const isTaken = overrides.some((one) => overrideKey(one) === overrideKey(scope));
  const hint = isEverywhere ? t('override.chooseScope') : isTaken ? t('override.taken') : undefined;
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-1">
        <Select
          label={t('override.place')}
          value={districtId ?? ''}
          onChange={(event) => onPlace(event.target.value || null)}
          options={[{ value: '', label: t('scope.city') }, ...placeOptions(names)]}
        />
        <Select
          label={t('override.time')}
          value={scope.windowId ?? ''}
          onChange={(event) => setWindowId(event.target.value || null)}
          options={[
            { value: '', label: t('scope.always') },
            ...windows.map((window) => ({
              value: window.windowId,
              label: window.name.trim() || t('window.unnamed'),
            })),
          ]}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          icon={<Plus className="size-4" aria-hidden="true" />}
          disabled={isEverywhere || isTaken}
          onClick={() => onAdd(scope)}
        >
          {t('override.add')}
        </Button>
        <p className="text-ink-muted text-sm" aria-live="polite">
          {hint}
        </p>
      </div>
      <p className="max-w-120 text-ink-muted text-sm">{t('override.precedence')}</p>
    </div>
  );
}

/** Each district, and under it what is in it. */
function placeOptions({ districts }: RuleNames) {
  return groupDistricts([...districts.values()]).flatMap(({ district, children }) => [
    { value: district.districtId, label: district.name },
    // No-break spaces: the platform's list drops others.
    ...children.map((child) => ({
      value: child.districtId,
      label: `\u00a0\u00a0\u00a0${child.name}`,
    })),
  ]);
}
