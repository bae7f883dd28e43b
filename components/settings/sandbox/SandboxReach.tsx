'use client';

import { useTranslations } from 'use-intl/react';
import type { HistoryReach } from '@/lib/history/historyReader';
import { useSandboxWords } from './useSandboxWords';

/** How much history there is to try things on. */
export function SandboxReach({
  reach,
  timeZone,
}: {
  reach: HistoryReach | null;
  timeZone: string;
}) {
  const t = useTranslations('sandbox');
  const words = useSandboxWords(timeZone);
  if (!reach) return t('noReach');
  const { oldestAt, newestAt } = reach;
  return t('reach', {
    length: words.duration((newestAt - oldestAt) / 60),
    from: words.moment(oldestAt),
  });
}
