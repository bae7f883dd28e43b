'use client';

import { Bell } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl/react';
import { RailLink } from '@/components/shell/RailLink';
import { useUnreadAlerts } from './useUnreadAlerts';

/** The way to the alerts, with the number of unread digests. */
export function AlertsBell() {
  const t = useTranslations('shell');
  const unread = useUnreadAlerts(usePathname());
  return (
    <RailLink href="/alerts" label={t('alerts')}>
      <span className="relative">
        <Bell className="size-5" aria-hidden="true" />
        {unread > 0 && (
          <span className="tabular absolute -top-1.5 left-2.5 flex h-4 min-w-4 items-center justify-center rounded-full bg-danger px-1 font-semibold text-[11px] text-raised leading-none">
            <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
            <span className="sr-only">{t('unreadAlerts', { count: unread })}</span>
          </span>
        )}
      </span>
    </RailLink>
  );
}
