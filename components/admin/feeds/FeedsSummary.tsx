'use client';

import { useTranslations } from 'use-intl/react';
import { useAgeWords } from '@/components/map/freshness/useAgeWords';
import { joinClasses } from '@/components/ui/joinClasses';
import type { FeedsReport } from '@/lib/feeds/feedsReport';

const SILENT_AFTER_S = 60;

/** Workers, jobs that need a look, what waits: one line of numbers. */
export function FeedsSummary({ report, nowS }: { report: FeedsReport; nowS: number }) {
  const t = useTranslations('feeds.summary');
  const age = useAgeWords();
  const { workerBeatAt, workers, spooled, jobs } = report;
  const isSilent = workerBeatAt === null || nowS - workerBeatAt > SILENT_AFTER_S;
  const count = (...healths: string[]) => jobs.filter((j) => healths.includes(j.health)).length;
  const troubled = count('late', 'failing');
  const lag = jobs.find(({ feed }) => feed?.feed === 'status')?.feed?.last.feedLagS ?? null;
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line lg:grid-cols-5 max-lg:*:last:col-span-2">
      <Fact
        name={t('workers')}
        value={workers}
        note={
          workerBeatAt === null
            ? t('never')
            : t('beat', { age: age(Math.max(0, nowS - workerBeatAt)) })
        }
        isBad={isSilent}
      />
      <Fact
        name={t('jobs')}
        value={troubled === 0 ? t('allWell') : t('troubled', { count: troubled })}
        note={t('ofJobs', { count: jobs.length - count('off') })}
        isBad={troubled > 0}
      />
      <Fact name={t('paused')} value={count('paused')} note={t('pausedNote')} />
      <Fact
        name={t('lag')}
        value={lag === null ? '–' : age(lag)}
        note={t(lag === null ? 'lagUnknown' : 'lagNote')}
        isBad={(lag ?? 0) > 600}
      />
      <Fact name={t('spooled')} value={spooled} note={t('spooledNote')} isBad={spooled > 0} />
    </dl>
  );
}

function Fact({
  name,
  value,
  note,
  isBad = false,
}: {
  name: string;
  value: string | number;
  note: string;
  isBad?: boolean;
}) {
  return (
    <div className="flex flex-col bg-raised px-4 py-3">
      <dt className="text-ink-muted text-xs">{name}</dt>
      <dd className={joinClasses('tabular mt-1 font-semibold text-lg', isBad && 'text-danger')}>
        {value}
      </dd>
      <dd className="text-ink-muted text-xs">{note}</dd>
    </div>
  );
}
