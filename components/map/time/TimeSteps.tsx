'use client';

import {
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  ChevronsLeft,
  ChevronsRight,
  type LucideIcon,
  Pause,
  Play,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import type { TimeStep } from './timeSteps';

type StepButton = { step: TimeStep; by: 1 | -1; icon: LucideIcon };

const BACK: readonly StepButton[] = [
  { step: 'day', by: -1, icon: ChevronFirst },
  { step: 'hour', by: -1, icon: ChevronsLeft },
  { step: 'minute', by: -1, icon: ChevronLeft },
];
const FORWARD: readonly StepButton[] = [
  { step: 'minute', by: 1, icon: ChevronRight },
  { step: 'hour', by: 1, icon: ChevronsRight },
  { step: 'day', by: 1, icon: ChevronLast },
];

/** Steps back, play or pause, steps forward: a thumb's row. */
export function TimeSteps({
  isPlaying,
  isPast,
  onStep,
  onPlay,
}: {
  isPlaying: boolean;
  /** The present cannot be played, nor stepped beyond. */
  isPast: boolean;
  onStep(step: TimeStep, by: 1 | -1): void;
  onPlay(): void;
}) {
  const t = useTranslations('time');
  const button = ({ step, by, icon: Icon }: StepButton) => (
    <IconButton
      key={`${step} ${by}`}
      label={t(by > 0 ? `forward.${step}` : `back.${step}`)}
      disabled={by > 0 && !isPast}
      className={step === 'day' ? 'time-step-day' : ''}
      onClick={() => onStep(step, by)}
    >
      <Icon size={18} aria-hidden />
    </IconButton>
  );
  return (
    <fieldset className="flex items-center">
      <legend className="sr-only">{t('steps')}</legend>
      {BACK.map(button)}
      <IconButton
        label={t(isPlaying ? 'pause' : 'play')}
        aria-keyshortcuts="k"
        disabled={!isPast}
        onClick={onPlay}
        className="mx-1 rounded-full border border-past bg-past text-on-past! hover:opacity-90"
      >
        {isPlaying ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
      </IconButton>
      {FORWARD.map(button)}
    </fieldset>
  );
}
