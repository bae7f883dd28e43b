'use client';

import { useTranslations } from 'use-intl';
import { CONTROL_CLASSES } from '@/components/ui/FieldFrame';
import { joinClasses } from '@/components/ui/joinClasses';
import { instantOfLocalMinute, localMinuteText } from '@/lib/units/localMinute';

/** Day and time by the city's clock: shows them, and jumps to others. The platform's own field. */
export function JumpField({
  at,
  oldestAt,
  nowAt,
  timezone,
  onSeek,
}: {
  at: number;
  /** Epoch seconds; null while it is not known. */
  oldestAt: number | null;
  nowAt: number;
  timezone: string;
  onSeek(at: number): void;
}) {
  const t = useTranslations('time');
  const local = (instant: number) => localMinuteText(instant, timezone).replace('Z', '');
  return (
    <input
      type="datetime-local"
      aria-label={t('jump')}
      value={local(at)}
      min={oldestAt === null ? undefined : local(oldestAt)}
      max={local(nowAt)}
      onChange={(event) => {
        // A half-written date is no date: the field says so itself.
        const asked = instantOfLocalMinute(event.currentTarget.value, timezone);
        if (asked !== null) onSeek(asked);
      }}
      className={joinClasses(CONTROL_CLASSES, 'tabular w-[13.5rem] shrink rounded-sm font-medium')}
    />
  );
}
