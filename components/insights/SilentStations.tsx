'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { SilentStations as Silent } from '@/lib/insights/feedReliability';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import { FeedPart } from './FeedPart';
import { useInsightWords } from './useInsightWords';

/** Stations that the feed lists and nobody hears of, the longest silent ones first. */
export function SilentStations({ silent, filter }: { silent: Silent; filter: InsightFilter }) {
  const t = useTranslations('insights.feed');
  const words = useInsightWords();
  const title = t('silentList');
  return (
    <FeedPart
      title={title}
      table="silent-stations"
      filter={filter}
      isEmpty={silent.count === 0}
      empty={t('noSilent')}
    >
      <Table aria-label={title}>
        <thead>
          <tr>
            <HeadCell>{title}</HeadCell>
            <HeadCell isNumber>{t('lastReport')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {silent.stations.map(({ stationId, name, lastReportedAt }) => (
            <tr key={stationId}>
              <Cell>
                <Link
                  href={`/stations/${encodeURIComponent(stationId)}`}
                  className="underline-offset-2 hover:underline"
                >
                  {name}
                </Link>
              </Cell>
              <Cell isNumber className="whitespace-nowrap">
                {lastReportedAt === null
                  ? t('never')
                  : words.date(new Date(lastReportedAt * 1_000).toISOString().slice(0, 10))}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </FeedPart>
  );
}
