'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { HeadCell, Table } from '@/components/ui/Table';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import type { StationRow } from '@/lib/insights/insightRows';
import { CsvLink } from './CsvLink';
import { DefinitionButton } from './DefinitionButton';
import { InsightSection } from './InsightSection';
import { RankHead } from './RankHead';
import { StationTableRow } from './StationTableRow';

const FIRST_SHOWN = 20;

/** The stations, worst first. */
export function StationTable({
  rows,
  count,
  filter,
  districtNames,
}: {
  /** The worst of them. */
  rows: readonly StationRow[];
  /** Of all. */
  count: number;
  filter: InsightFilter;
  districtNames: Readonly<Record<string, string>>;
}) {
  const t = useTranslations('insights.stations');
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, FIRST_SHOWN);
  const title = t('title');
  return (
    <InsightSection
      title={title}
      aside={
        <>
          <span className="tabular text-ink-muted text-xs">
            {t('count', { shown: shown.length, count })}
          </span>
          <CsvLink table="stations" title={title} filter={filter} />
        </>
      }
    >
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable
        tabIndex={0}
        aria-label={t('tableOf', { table: title })}
        className="overflow-x-auto"
      >
        <Table aria-label={title} className="[&_td]:px-2 [&_th]:px-2">
          <thead>
            <tr>
              <HeadCell className="w-10 pr-0">
                <span className="sr-only">{t('rank')}</span>
              </HeadCell>
              <HeadCell>{t('station')}</HeadCell>
              <RankHead
                by="uncovered"
                label={t('uncovered')}
                definition="uncovered"
                filter={filter}
              />
              <RankHead by="lost" label={t('lost')} definition="lostRentals" filter={filter} />
              <RankHead by="share" label={t('share')} definition="emptyShare" filter={filter} />
              <RankHead by="days" label={t('days')} definition="emptyDays" filter={filter} />
              <HeadCell isNumber>
                <span className="inline-flex items-center gap-0.5 whitespace-nowrap">
                  {t('covered')}
                  <DefinitionButton of="covered" />
                </span>
              </HeadCell>
              <HeadCell isNumber className="whitespace-nowrap">
                {t('worstHour')}
              </HeadCell>
              <RankHead by="change" label={t('change')} definition="weekChange" filter={filter} />
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <StationTableRow
                key={row.stationId}
                row={row}
                rank={i + 1}
                district={row.districtId === null ? null : (districtNames[row.districtId] ?? null)}
              />
            ))}
          </tbody>
        </Table>
      </section>
      {shown.length < rows.length ? (
        <div className="px-4 py-3">
          <Button onClick={() => setWhole(true)}>{t('more', { count: rows.length })}</Button>
        </div>
      ) : shown.length < count ? (
        <p className="px-4 py-3 text-ink-muted text-xs">{t('all')}</p>
      ) : null}
    </InsightSection>
  );
}
