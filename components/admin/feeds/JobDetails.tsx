'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import type { JobReport } from '@/lib/feeds/feedsReport';
import { FeedFacts } from './FeedFacts';
import { RunTable } from './RunTable';
import { useDurationWords } from './useDurationWords';

/** The last day in a line; behind it the runs one by one and what the feed answered. */
export function JobDetails({ job, nowS, title }: { job: JobReport; nowS: number; title: string }) {
  const t = useTranslations('feeds');
  const duration = useDurationWords();
  const { done, failed, missed, paused, medianMs, p95Ms } = job.day;
  return (
    <details className="group">
      <summary className="tabular -mx-2 flex cursor-pointer list-none items-center gap-1 rounded-sm px-2 py-1 text-ink-muted text-sm hover:bg-hover hover:text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          className="size-4 shrink-0 transition-transform group-open:rotate-90"
          aria-hidden="true"
        />
        <span>
          <span className="sr-only">{title}: </span>
          {t('day', { done, failed, missed, paused })}
          {medianMs !== null && p95Ms !== null && (
            <> · {t('durations', { median: duration(medianMs), p95: duration(p95Ms) })}</>
          )}
        </span>
      </summary>
      <div className="mt-3 grid items-start gap-6 lg:grid-cols-2">
        <RunTable runs={job.runs.slice(0, 10)} nowS={nowS} title={title} />
        <div className="flex flex-col gap-4">
          <p className="text-ink-muted text-sm">
            {job.pattern === null
              ? t('unscheduled', { queue: job.queue })
              : t('schedule', { pattern: job.pattern, queue: job.queue })}
          </p>
          {job.feed && <FeedFacts feed={job.feed} nowS={nowS} />}
        </div>
      </div>
    </details>
  );
}
