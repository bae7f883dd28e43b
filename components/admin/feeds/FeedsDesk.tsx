'use client';

import { useTranslations } from 'use-intl/react';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import type { FeedsReport } from '@/lib/feeds/feedsReport';
import { AnomalyList } from './AnomalyList';
import { FeedsSummary } from './FeedsSummary';
import { JobRow } from './JobRow';
import type { JobActions } from './jobAnswer';
import { useFeedsReport } from './useFeedsReport';

/** Every job and what is odd about the feeds, kept fresh. */
export function FeedsDesk({
  first,
  actions,
  mayRun,
}: {
  first: FeedsReport;
  actions: JobActions;
  mayRun: boolean;
}) {
  const t = useTranslations('feeds');
  const { report, nowS, isLost, refresh } = useFeedsReport(first);
  return (
    <>
      {isLost && (
        <Banner
          kind="error"
          title={t('lost')}
          className="rounded-md border"
          action={
            <Button size="small" onClick={() => void refresh()}>
              {t('lookNow')}
            </Button>
          }
        >
          {t('lostExplain')}
        </Banner>
      )}
      {report.isQueueAway && (
        <Banner kind="error" title={t('queueAway')} className="rounded-md border">
          {t('queueAwayExplain')}
        </Banner>
      )}
      <FeedsSummary report={report} nowS={nowS} />
      <section aria-labelledby="jobs">
        <h2 id="jobs" className="mb-3 font-semibold text-lg">
          {t('jobs')}
        </h2>
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {report.jobs.map((job) => (
            <JobRow
              key={job.job}
              job={job}
              nowS={nowS}
              actions={mayRun ? actions : null}
              onChanged={refresh}
            />
          ))}
        </ul>
      </section>
      <AnomalyList anomalies={report.anomalies} nowS={nowS} />
    </>
  );
}
