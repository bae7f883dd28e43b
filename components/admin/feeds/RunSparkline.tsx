'use client';

import { useTranslations } from 'use-intl/react';
import type { JobRunSeen } from '@/lib/feeds/feedsReport';
import { runBars } from './runBars';
import { useDurationWords } from './useDurationWords';

const HEIGHT = 32;
const BAR_WIDTH = 3;
const STEP = 4;

/** The last runs, oldest left: height is duration; failures stand out by colour and a foot. */
export function RunSparkline({ runs, label }: { runs: readonly JobRunSeen[]; label: string }) {
  const t = useTranslations('feeds');
  const duration = useDurationWords();
  const bars = runBars(runs, HEIGHT - 4);
  const slots = 48;
  if (bars.length === 0)
    return <div className="hidden text-ink-faint text-xs lg:block">{t('noRuns')}</div>;
  const failed = runs.filter(({ outcome }) => outcome === 'failed').length;
  const longest = Math.max(...runs.map(({ durationMs }) => durationMs));
  return (
    <svg
      role="img"
      aria-label={`${label}: ${t('sparklineWords', { count: runs.length, failed, longest: duration(longest) })}`}
      viewBox={`0 0 ${slots * STEP} ${HEIGHT}`}
      className="h-8 w-full max-w-50"
      preserveAspectRatio="xMaxYMid meet"
    >
      <line x1="0" x2={slots * STEP} y1={HEIGHT - 3.5} y2={HEIGHT - 3.5} className="stroke-line" />
      {bars.map((bar, index) => {
        const x = (slots - bars.length + index) * STEP;
        return (
          <g key={bar.startedAt}>
            <rect
              x={x}
              y={HEIGHT - 4 - bar.height}
              width={BAR_WIDTH}
              height={bar.height}
              rx={1}
              className={FILL[bar.outcome]}
            />
            {bar.outcome === 'failed' && (
              <rect x={x} y={HEIGHT - 3} width={BAR_WIDTH} height={3} className="fill-danger" />
            )}
          </g>
        );
      })}
    </svg>
  );
}

const FILL: Record<JobRunSeen['outcome'], string> = {
  done: 'fill-line-strong',
  failed: 'fill-danger',
  paused: 'fill-line',
};
