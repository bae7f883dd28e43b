'use client';

import { useTranslations } from 'use-intl';
import { walkMinutes } from '@/lib/geo/walk';

/** How far something is, as the crow flies, and about how long people walk there. */
export function WalkDistance({ distanceM }: { distanceM: number }) {
  const t = useTranslations('station');
  return (
    <span className="tabular w-14 shrink-0 text-right text-xs" title={t('walkHint')}>
      <span className="block">{t('distance', { distanceM: Math.round(distanceM / 10) * 10 })}</span>
      <span className="block text-ink-muted">{t('walk', { minutes: walkMinutes(distanceM) })}</span>
    </span>
  );
}
