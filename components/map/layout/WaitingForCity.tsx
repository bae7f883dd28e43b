'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/EmptyState';
import { Spinner } from '@/components/ui/Spinner';

const LOOK_AGAIN_MS = 3_000;

/** Before any job has ever run for this city: asks the server again until there is one. */
export function WaitingForCity() {
  const t = useTranslations('map.waiting');
  const router = useRouter();
  useEffect(() => {
    const timer = window.setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [router]);
  return (
    <div className="grid h-full place-items-center">
      <EmptyState icon={<Spinner />} title={t('title')}>
        {t('body')}
      </EmptyState>
    </div>
  );
}
