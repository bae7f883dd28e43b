'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Select } from '@/components/ui/Select';
import { changesBetween } from '@/lib/settings/draftChanges';
import type { SettingsDraft } from '@/lib/settings/settingsDraft';
import { ChangeList } from './ChangeList';
import type { RuleNames } from './ruleNames';
import type { VersionRow } from './versionRow';

/** What differs between any two versions. */
export function VersionCompare({
  rows,
  builtIn,
  names,
}: {
  /** The newest first, at least one. */
  rows: readonly VersionRow[];
  builtIn: SettingsDraft;
  names: RuleNames;
}) {
  const t = useTranslations('settings');
  const [before, setBefore] = useState<number | null>(null);
  const [after, setAfter] = useState<number | null>(null);
  const drafts = new Map([
    ...rows.map((row) => [row.version, row.draft] as const),
    [0, builtIn] as const,
  ]);
  // Until somebody chooses: the newest and the one it replaced, whichever are the newest by then.
  const first = before ?? rows[1]?.version ?? 0;
  const second = after ?? rows[0]!.version;
  const changes = changesBetween(drafts.get(first)!, drafts.get(second)!);
  const options = [...drafts.keys()].map((version) => ({
    value: String(version),
    label: version === 0 ? t('compare.builtIn') : t('compare.version', { version }),
  }));
  return (
    <section aria-label={t('compare.title')} className="border-line border-b px-5 py-4">
      <div className="grid max-w-120 grid-cols-2 gap-3">
        <Select
          label={t('compare.from')}
          options={options}
          value={String(first)}
          onChange={(event) => setBefore(Number(event.target.value))}
        />
        <Select
          label={t('compare.to')}
          options={options}
          value={String(second)}
          onChange={(event) => setAfter(Number(event.target.value))}
        />
      </div>
      <div className="mt-3" aria-live="polite">
        {changes.length > 0 ? (
          <ChangeList {...{ changes, names }} />
        ) : (
          <p className="text-ink-muted text-sm">{t('compare.same')}</p>
        )}
      </div>
    </section>
  );
}
