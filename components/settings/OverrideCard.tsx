'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/IconButton';
import type { OverridableName } from '@/lib/settings/overridable';
import {
  fieldKey,
  type SettingsErrors,
  type SettingsProblem,
} from '@/lib/settings/parseSettingsDraft';
import { overridableFields } from '@/lib/settings/settingFields';
import type { OverrideDraft, SettingsDraft } from '@/lib/settings/settingsDraft';
import { InForceMark } from './InForceMark';
import { inheritedText } from './inheritedText';
import { OverrideInput } from './OverrideInput';
import type { RuleNames } from './ruleNames';
import { useCellWords } from './useCellWords';

/** The thresholds of one place and time: those that differ, the others as they are inherited. */
export function OverrideCard({
  override,
  draft,
  names,
  errors,
  problem,
  isInForce,
  isNew,
  onType,
  onRemove,
}: {
  override: OverrideDraft;
  draft: SettingsDraft;
  names: RuleNames;
  errors: SettingsErrors;
  /** With the override as a whole. */
  problem: SettingsProblem | undefined;
  isInForce: boolean;
  /** Just added: the next thing to do is to fill it in. */
  isNew: boolean;
  onType: (name: OverridableName, text: string) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('settings');
  const { scopeWords } = useCellWords(names);
  const scope = scopeWords(override);
  return (
    <fieldset className="px-5 py-4" aria-label={scope}>
      <div className="flex items-center gap-3">
        <h3 className="min-w-0 font-semibold text-sm">{scope}</h3>
        {isInForce && <InForceMark />}
        <IconButton label={t('override.remove', { scope })} onClick={onRemove} className="ml-auto">
          <Trash2 className="size-4" aria-hidden="true" />
        </IconButton>
      </div>
      <div className="mt-3 grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {overridableFields.map((field, place) => {
          const name = field.name as OverridableName;
          return (
            <OverrideInput
              key={name}
              field={field}
              value={override.values[name] ?? ''}
              inherited={inheritedText(draft, override, name, names)}
              // What is wrong with the whole is said at its first field.
              problem={
                errors[fieldKey.overrideValue(override, name)] ??
                (place === 0 ? problem : undefined)
              }
              takesFocus={isNew && place === 0}
              onType={(text) => onType(name, text)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
