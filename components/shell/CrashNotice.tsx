'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { MapLink } from './MapLink';
import { Notice } from './Notice';

/**
 * A page threw. Says so without the error's own words, which may hold what is nobody's business.
 *
 * @param digest by which the server's log names the error
 */
export function CrashNotice({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  const t = useTranslations('errors');
  return (
    <Notice
      title={t('crashed.title')}
      action={
        <>
          <Button kind="primary" onClick={retry}>
            {t('crashed.retry')}
          </Button>
          <MapLink label={t('toMap')} isPrimary={false} />
        </>
      }
    >
      <p>{t('crashed.explain')}</p>
      {digest && <p className="tabular mt-2 text-sm">{t('crashed.digest', { digest })}</p>}
    </Notice>
  );
}
