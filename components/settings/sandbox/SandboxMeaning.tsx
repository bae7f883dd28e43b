'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Popover } from '@/components/ui/Popover';

/** A word of the replay that has a definition. */
export type SandboxTerm =
  | 'alert'
  | 'openedShort'
  | 'stations'
  | 'median'
  | 'total'
  | 'precision'
  | 'recall'
  | 'compared'
  | 'differ';

/** What a word of the replay means: one press away from it. */
export function SandboxMeaning({ of: term }: { of: SandboxTerm }) {
  const t = useTranslations('sandbox');
  const title = t(`meaningOf.${term}.title`);
  return (
    <Popover
      label={title}
      trigger={
        <button
          type="button"
          aria-label={t('define', { word: title })}
          className="reach-44 inline-flex size-6 shrink-0 items-center justify-center rounded-full text-ink-muted transition-colors hover:bg-hover hover:text-ink"
        >
          <CircleHelp className="size-4" aria-hidden="true" />
        </button>
      }
    >
      <h3 className="font-semibold text-sm">{title}</h3>
      <p className="mt-1 text-sm">{t(`meaningOf.${term}.words`)}</p>
    </Popover>
  );
}
