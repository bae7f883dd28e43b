'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Spinner } from '@/components/ui/Spinner';
import type { PlayerState } from './player';

/** What stands in the way of the moment that was asked for; nothing where it is shown. */
export function TimeState({ phase, onRetry }: { phase: PlayerState['phase']; onRetry(): void }) {
  const t = useTranslations('time');
  return (
    <div role="status" className="time-state flex min-w-0 items-center gap-2 text-xs">
      {phase === 'waiting' ? (
        <>
          <Spinner />
          <span className="text-ink-muted max-md:sr-only">{t('waiting')}</span>
        </>
      ) : null}
      {phase === 'unknown' ? <span className="text-warning">{t('unknown')}</span> : null}
      {phase === 'failed' ? (
        <>
          <span className="text-danger">{t('failed')}</span>
          <Button size="small" onClick={onRetry}>
            {t('retry')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
