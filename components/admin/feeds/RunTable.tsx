'use client';

import { useTranslations } from 'use-intl/react';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { JobRunSeen } from '@/lib/feeds/feedsReport';
import { useDurationWords } from './useDurationWords';

/** Runs one by one: when, how late, how long, what came of it. */
export function RunTable({
  runs,
  nowS,
  title,
}: {
  runs: readonly JobRunSeen[];
  nowS: number;
  /** Of the job: the table is one of many. */
  title: string;
}) {
  const t = useTranslations('feeds');
  const duration = useDurationWords();
  if (runs.length === 0) return <p className="text-ink-muted text-sm">{t('noRuns')}</p>;
  return (
    // Focusable, so that the keyboard can scroll it too.
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable
      tabIndex={0}
      aria-label={t('runs', { job: title })}
      className="max-h-80 overflow-auto rounded-md border border-line"
    >
      <Table>
        <thead>
          <tr>
            <HeadCell>{t('column.startedAt')}</HeadCell>
            <HeadCell isNumber>{t('column.behind')}</HeadCell>
            <HeadCell isNumber>{t('column.duration')}</HeadCell>
            <HeadCell>{t('column.outcome')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.startedAt}>
              <Cell className="tabular whitespace-nowrap">
                {t(nowS - run.startedAt < 43_200 ? 'clock' : 'moment', {
                  at: new Date(run.startedAt * 1_000),
                })}
              </Cell>
              <Cell isNumber className="whitespace-nowrap">
                {run.dueAt === null
                  ? t('asked')
                  : duration(Math.max(0, (run.startedAt - run.dueAt) * 1_000))}
              </Cell>
              <Cell isNumber className="whitespace-nowrap">
                {duration(run.durationMs)}
              </Cell>
              <Cell className={run.outcome === 'failed' ? 'text-danger' : undefined}>
                {t(`outcome.${run.outcome}`)}
                {run.message && <span className="block break-words text-xs">{run.message}</span>}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
