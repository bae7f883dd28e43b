'use client';

import { useTranslations } from 'use-intl/react';
import { useAgeWords } from '@/components/map/freshness/useAgeWords';
import type { JobReport } from '@/lib/feeds/feedsReport';
import { HealthBadge } from './HealthBadge';
import { JobButtons } from './JobButtons';
import { JobDetails } from './JobDetails';
import type { JobActions } from './jobAnswer';
import { RunSparkline } from './RunSparkline';
import { useDurationWords } from './useDurationWords';
import { useJobWords } from './useJobWords';

/**
 * One job: how it is, its last runs as bars, when it comes next, and what may be done.
 *
 * @param actions null: this person may only look
 */
export function JobRow({
  job,
  nowS,
  actions,
  onChanged,
}: {
  job: JobReport;
  nowS: number;
  actions: JobActions | null;
  onChanged: () => Promise<void>;
}) {
  const t = useTranslations('feeds');
  const words = useJobWords(job.job);
  return (
    <li className="flex flex-col gap-3 px-4 py-4">
      <div className="grid items-center gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_200px_minmax(0,250px)_auto]">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <h3 className="font-medium text-base">{words.title}</h3>
            <HealthBadge health={job.health} />
          </div>
          {words.what && <p className="text-ink-muted text-sm">{words.what}</p>}
        </div>
        <RunSparkline runs={job.runs} label={t('sparkline', { job: words.title })} />
        <JobTimes job={job} nowS={nowS} />
        {actions && (
          <JobButtons job={job} title={words.title} actions={actions} onChanged={onChanged} />
        )}
      </div>
      <JobTrouble job={job} nowS={nowS} />
      <JobDetails job={job} nowS={nowS} title={words.title} />
    </li>
  );
}

function JobTimes({ job, nowS }: { job: JobReport; nowS: number }) {
  const t = useTranslations('feeds');
  const age = useAgeWords();
  const duration = useDurationWords();
  const last = job.runs.find((run) => run.outcome !== 'paused');
  return (
    <div className="tabular text-sm">
      <p>
        {last
          ? t('lastRun', {
              age: age(nowS - last.startedAt),
              duration: duration(last.durationMs),
            })
          : t('neverRan')}
      </p>
      <p className="text-ink-muted">
        {job.paused
          ? t('pausedSince', { at: new Date(job.paused.sinceAt * 1_000), by: job.paused.by })
          : job.nextAt === null
            ? t('noNext')
            : job.nextAt <= nowS
              ? t('nextNow')
              : t('nextRun', { age: age(job.nextAt - nowS) })}
      </p>
    </div>
  );
}

/** What is wrong, in words, with the newest message there is. */
function JobTrouble({ job, nowS }: { job: JobReport; nowS: number }) {
  const t = useTranslations('feeds');
  const age = useAgeWords();
  const failed = job.runs[0]?.outcome === 'failed' ? job.runs[0] : null;
  const refused =
    job.feed && ['failed', 'refused'].includes(job.feed.last.outcome) ? job.feed : null;
  if (job.health === 'late')
    return <Trouble>{t('lateSince', { age: age(nowS - (job.dueAt ?? nowS)) })}</Trouble>;
  if (job.health !== 'failing') return null;
  if (failed) return <Trouble>{t('failedWith', { message: failed.message ?? '–' })}</Trouble>;
  if (!refused) return null;
  const message = refused.last.message ?? refused.last.reason ?? '–';
  return (
    <Trouble>
      {refused.goodAt === null
        ? t('feedFailed', { message })
        : t('feedFailedSince', { message, age: age(nowS - refused.goodAt) })}
    </Trouble>
  );
}

function Trouble({ children }: { children: string }) {
  return (
    <p className="break-words rounded-sm border border-danger-line bg-danger-wash px-3 py-2 text-danger text-sm">
      {children}
    </p>
  );
}
