'use client';

import { useTranslations } from 'use-intl/react';

/** Says how long something took: "85 ms", "1.2 s", "48 s". */
export function useDurationWords(): (durationMs: number) => string {
  const t = useTranslations('feeds.duration');
  return (durationMs) => {
    if (durationMs < 1_000) return t('ms', { value: Math.round(durationMs) });
    return t(durationMs < 10_000 ? 'tenths' : 's', { value: durationMs / 1_000 });
  };
}
