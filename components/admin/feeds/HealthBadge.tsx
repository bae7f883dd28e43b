'use client';

import { CircleAlert, CircleCheck, CircleDashed, CirclePause, Clock, Power } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { joinClasses } from '@/components/ui/joinClasses';
import type { JobHealth } from '@/lib/feeds/feedsReport';

const LOOK: Record<JobHealth, { icon: typeof Clock; classes: string }> = {
  ok: { icon: CircleCheck, classes: 'border-line text-ink-muted' },
  waiting: { icon: CircleDashed, classes: 'border-line text-ink-muted' },
  off: { icon: Power, classes: 'border-line text-ink-muted' },
  paused: { icon: CirclePause, classes: 'border-warning-line bg-warning-wash text-warning' },
  late: { icon: Clock, classes: 'border-danger-line bg-danger-wash text-danger' },
  failing: { icon: CircleAlert, classes: 'border-danger-line bg-danger-wash text-danger' },
};

/** How a job is: a word and a shape, never colour alone. */
export function HealthBadge({ health }: { health: JobHealth }) {
  const t = useTranslations('feeds.health');
  const { icon: Icon, classes } = LOOK[health];
  return (
    <span
      className={joinClasses(
        'inline-flex items-center gap-1 rounded-full border px-2 font-medium text-xs leading-5',
        classes,
      )}
    >
      <Icon className="size-3.5" aria-hidden="true" />
      {t(health)}
    </span>
  );
}
