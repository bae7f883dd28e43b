'use client';

import { useTranslations } from 'use-intl';

/** Says why a fetch failed; a reason without words is shown as it is. */
export function useReasonWords(): (code: string) => string {
  const t = useTranslations('map.reason');
  return (code) => {
    const key = code as Parameters<typeof t>[0];
    return code !== 'other' && t.has(key) ? t(key, { code }) : t('other', { code });
  };
}
