import type { OverridableName } from '@/lib/settings/overridable';
import type { SettingsDraft } from '@/lib/settings/settingsDraft';
import { overrideKey, type RuleScope } from '@/lib/settings/thresholdOverride';
import { districtPath } from '@/lib/settings/thresholdsInForce';
import type { RuleNames } from './ruleNames';

/** What would hold in an override's place and time if it said nothing: see thresholdsFor. */
export function inheritedText(
  draft: SettingsDraft,
  scope: RuleScope,
  name: OverridableName,
  { districts }: Pick<RuleNames, 'districts'>,
): string {
  const parentOf = new Map([...districts].map(([id, { parentId }]) => [id, parentId]));
  const path = scope.districtId === null ? [] : districtPath(scope.districtId, parentOf);
  for (const districtId of [...path, null]) {
    for (const windowId of scope.windowId === null ? [null] : [scope.windowId, null]) {
      const key = overrideKey({ districtId, windowId });
      if (key === overrideKey(scope)) continue;
      const text = draft.overrides.find((one) => overrideKey(one) === key)?.values[name]?.trim();
      if (text) return text;
    }
  }
  return draft.values[name];
}
