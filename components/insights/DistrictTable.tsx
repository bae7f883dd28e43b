'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import type { DistrictRow } from '@/lib/insights/insightRows';
import { CsvLink } from './CsvLink';
import { InsightSection } from './InsightSection';
import { ShareBar } from './ShareBar';
import { insightAddress } from './useInsightUrl';
import { useInsightWords } from './useInsightWords';

/** The districts of what is asked, worst first; a press asks about one of them. */
export function DistrictTable({
  rows,
  filter,
}: {
  rows: readonly DistrictRow[];
  filter: InsightFilter;
}) {
  const t = useTranslations('insights');
  const words = useInsightWords();
  const title = t('districts.title');
  const aDay = (value: number | null) => (value === null ? '–' : words.aDay(value));
  const name = (row: DistrictRow) =>
    row.districtId === null ? (
      t('districts.outside')
    ) : (
      <Link
        href={insightAddress({ ...filter, district: row.districtId })}
        className="font-medium underline-offset-2 hover:underline"
      >
        {row.name ?? row.districtId}
      </Link>
    );
  return (
    <InsightSection
      title={title}
      aside={<CsvLink table="districts" title={title} filter={filter} />}
    >
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable
        tabIndex={0}
        aria-label={t('stations.tableOf', { table: title })}
        className="max-h-120 overflow-auto"
      >
        <Table aria-label={title}>
          <thead>
            <tr>
              <HeadCell>{t('districts.district')}</HeadCell>
              <HeadCell isNumber>{t('stations.uncovered')}</HeadCell>
              <HeadCell isNumber>{t('stations.lost')}</HeadCell>
              <HeadCell isNumber>{t('stations.share')}</HeadCell>
              <HeadCell isNumber>{t('districts.chronic')}</HeadCell>
              <HeadCell>{t('districts.worst')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.districtId ?? ''}>
                <th scope="row" className="border-line border-b px-3 py-2 text-left font-normal">
                  {name(row)}
                </th>
                <Cell isNumber className="font-semibold">
                  {aDay(row.uncoveredADay)}
                </Cell>
                <Cell isNumber>{aDay(row.lostADay)}</Cell>
                <Cell isNumber className="min-w-20">
                  {row.emptyShare === null ? '–' : words.share(row.emptyShare)}
                  <ShareBar share={row.emptyShare ?? 0} />
                </Cell>
                <Cell isNumber className="whitespace-nowrap">
                  {t('stations.daysOf', { empty: row.chronicStations, days: row.stations })}
                </Cell>
                <Cell className="text-ink-muted">{row.worstStationName}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
    </InsightSection>
  );
}
