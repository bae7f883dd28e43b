'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';

/** In place of a station whose link outlived it. */
export function StationGone({ onClose }: { onClose(): void }) {
  const t = useTranslations('station');
  return (
    <article className="absolute inset-0 bg-paper">
      <EmptyState title={t('gone')} action={<Button onClick={onClose}>{t('back')}</Button>} />
    </article>
  );
}
