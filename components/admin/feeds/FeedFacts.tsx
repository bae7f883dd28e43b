'use client';

import { useTranslations } from 'use-intl/react';
import { useAgeWords } from '@/components/map/freshness/useAgeWords';
import { useReasonWords } from '@/components/map/freshness/useReasonWords';
import type { FeedHealth } from '@/lib/feeds/feedsReport';

/** What the feed answered last, and how often what came in a day. */
export function FeedFacts({ feed, nowS }: { feed: FeedHealth; nowS: number }) {
  const t = useTranslations('feeds');
  const age = useAgeWords();
  const reason = useReasonWords();
  const { last, goodAt, counts } = feed;
  const skipped = Object.entries(last.skipped);
  return (
    <>
      <dl className="tabular grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <Fact name={t('fact.good')}>
          {goodAt === null ? t('never') : t('ago', { age: age(nowS - goodAt) })}
        </Fact>
        <Fact name={t('fact.lag')}>{last.feedLagS === null ? '–' : age(last.feedLagS)}</Fact>
        <Fact name={t('fact.answer')}>
          {t('answer', {
            source: last.source,
            status: last.httpStatus === null ? '–' : String(last.httpStatus),
            kilobytes: Math.round(last.bytes / 1_000),
            attempts: last.attempts,
          })}
        </Fact>
        <Fact name={t('fact.seen')}>
          {t('seen', { seen: last.stationsSeen, changed: last.stationsChanged })}
        </Fact>
        {skipped.length > 0 && (
          <Fact name={t('fact.skipped')}>
            {skipped.map(([why, count]) => `${why} ${count}`).join(' · ')}
          </Fact>
        )}
      </dl>
      <div>
        <h4 className="font-medium text-sm">{t('counts')}</h4>
        <ul className="tabular mt-1 flex flex-col gap-1 text-sm">
          {counts.map((count) => (
            <li
              key={`${count.source} ${count.outcome} ${count.reason}`}
              className={
                count.outcome === 'stored' || count.outcome === 'unchanged' ? '' : 'text-danger'
              }
            >
              {t('count', {
                fetches: count.fetches,
                source: count.source,
                outcome: count.outcome,
              })}
              {count.reason && ` : ${reason(count.reason)}`}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <>
      <dt className="text-ink-muted">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
