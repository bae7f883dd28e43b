'use client';

import { useFormatter } from 'use-intl/react';
import { joinClasses } from '@/components/ui/joinClasses';

/** An instant by the city's clock: day and time. */
export function AlertTime({ atMs, className }: { atMs: number; className?: string }) {
  const format = useFormatter();
  const at = new Date(atMs);
  return (
    <time dateTime={at.toISOString()} className={joinClasses('tabular', className)}>
      {format.dateTime(at, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
      })}
    </time>
  );
}
