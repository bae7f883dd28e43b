'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { stationPath } from '@/components/station/stationPath';
import { Button, buttonClasses } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';

/** In place of a station whose link outlived it. */
export function StationGone({
  stationId,
  onClose,
}: {
  /** null: it is being closed. */
  stationId: string | null;
  onClose(): void;
}) {
  const t = useTranslations('station');
  return (
    <article className="absolute inset-0 bg-paper">
      <EmptyState
        title={t('gone')}
        action={
          <span className="flex flex-wrap justify-center gap-2">
            <Button onClick={onClose}>{t('back')}</Button>
            {stationId === null ? null : (
              <Link href={stationPath(stationId)} prefetch={false} className={buttonClasses()}>
                {t('day.history')}
              </Link>
            )}
          </span>
        }
      />
    </article>
  );
}
