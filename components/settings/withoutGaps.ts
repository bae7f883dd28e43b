import type { OverrideDraft, SettingsDraft } from '@/lib/settings/settingsDraft';

/** What is not filled in yet changes nothing: no reason to show nothing of what the rest does. */
export function withoutGaps(draft: SettingsDraft): SettingsDraft {
  const isSaid = ({ values }: OverrideDraft) => Object.values(values).some((text) => text.trim());
  return {
    ...draft,
    windows: draft.windows.map((one) => ({ ...one, name: one.name.trim() || one.windowId })),
    overrides: draft.overrides.filter(isSaid),
  };
}
