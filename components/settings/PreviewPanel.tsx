'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { joinClasses } from '@/components/ui/joinClasses';
import { Select } from '@/components/ui/Select';
import { Skeleton } from '@/components/ui/Skeleton';
import type { SettingsPreview } from '@/lib/pipeline/previewSettings';
import { parseSettingsDraft } from '@/lib/settings/parseSettingsDraft';
import type { SettingsDraft } from '@/lib/settings/settingsDraft';
import { ChangedStations } from './ChangedStations';
import { PreviewCounts } from './PreviewCounts';
import { PreviewMap } from './PreviewMap';
import { usePreview } from './usePreview';
import { withoutGaps } from './withoutGaps';

/** What the form's values would make of the present snapshot, before anybody saves them. */
export function PreviewPanel({ draft, isChanged }: { draft: SettingsDraft; isChanged: boolean }) {
  const t = useTranslations('settings');
  const format = useFormatter();
  const [chosen, setMoment] = useState('now');
  const isKnown = draft.windows.some(({ windowId }) => windowId === chosen);
  const moment = isKnown || chosen === 'none' ? chosen : 'now';
  const judged = withoutGaps(draft);
  const isValid = parseSettingsDraft(judged).kind === 'valid';
  const asked = usePreview(isChanged && isValid ? judged : null, moment);
  return (
    <section aria-label={t('preview.title')} className="flex flex-col gap-3">
      <h2 className="font-semibold text-base">{t('preview.title')}</h2>
      {isChanged && draft.windows.length > 0 && (
        <Select
          label={t('preview.moment')}
          value={moment}
          onChange={(event) => setMoment(event.target.value)}
          options={[
            { value: 'now', label: t('preview.now') },
            ...draft.windows.map(({ windowId, name }) => ({
              value: windowId,
              label: name.trim() || t('window.unnamed'),
            })),
            { value: 'none', label: t('preview.outside') },
          ]}
        />
      )}
      {!isChanged || !isValid ? (
        <p className="text-ink-muted text-sm">
          {t(isChanged ? 'preview.invalid' : 'preview.unchanged')}
        </p>
      ) : asked.hasFailed ? (
        <div role="alert" className="flex items-center justify-between gap-3 text-danger text-sm">
          {t('preview.failed')}
          <Button size="small" onClick={asked.askAgain}>
            {t('preview.retry')}
          </Button>
        </div>
      ) : asked.preview ? (
        <div
          aria-busy={asked.isAsking}
          className={joinClasses('transition-opacity', asked.isAsking && 'opacity-60')}
        >
          <PreviewResult preview={asked.preview} />
          {asked.preview.fetchedAt !== null && (
            <p className="tabular mt-2 text-ink-faint text-xs">
              {t('preview.snapshot', {
                at: format.dateTime(new Date(asked.preview.fetchedAt * 1000), {
                  hour: '2-digit',
                  minute: '2-digit',
                  hourCycle: 'h23',
                }),
              })}
            </p>
          )}
        </div>
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </section>
  );
}

function PreviewResult({ preview }: { preview: SettingsPreview }) {
  const t = useTranslations('settings');
  return (
    <div className="flex flex-col gap-3">
      <PreviewCounts preview={preview} />
      <p className="text-sm" aria-live="polite">
        {t('preview.changed', { count: preview.changedCount })}
      </p>
      {preview.changed.length > 0 && (
        <>
          <PreviewMap stations={preview.changed} />
          <ChangedStations preview={preview} />
        </>
      )}
    </div>
  );
}
