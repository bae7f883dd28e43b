'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { stepFrom } from './stepKey';

/** To the station above and below in the list, as it is filtered and sorted. */
export function StationStepper({
  order,
  index,
  onStep,
}: {
  /** The listed stations. */
  order: readonly number[];
  index: number;
  onStep(index: number): void;
}) {
  const t = useTranslations('station');
  const previous = stepFrom(order, index, -1);
  const next = stepFrom(order, index, 1);
  return (
    <span className="flex shrink-0">
      <IconButton
        label={t('previous')}
        aria-keyshortcuts="Alt+ArrowUp"
        aria-disabled={previous === null}
        onClick={() => previous !== null && onStep(previous)}
        className="aria-disabled:opacity-45"
      >
        <ChevronUp size={18} aria-hidden />
      </IconButton>
      <IconButton
        label={t('next')}
        aria-keyshortcuts="Alt+ArrowDown"
        aria-disabled={next === null}
        onClick={() => next !== null && onStep(next)}
        className="aria-disabled:opacity-45"
      >
        <ChevronDown size={18} aria-hidden />
      </IconButton>
    </span>
  );
}
