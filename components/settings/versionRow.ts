import type { SettingsDraft } from '@/lib/settings/settingsDraft';

/** A version as the history shows it. */
export interface VersionRow {
  version: number;
  createdAt: Date;
  /** null: the account is gone. */
  author: string | null;
  reason: string;
  draft: SettingsDraft;
  /** What was in force before it. */
  previous: SettingsDraft;
}
