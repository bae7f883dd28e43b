'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonClasses } from '@/components/ui/Button';
import { type InsightFilter, insightFilterParams } from '@/lib/insights/insightFilter';
import type { InsightTable } from '@/lib/insights/insightTables';

/** A table as a file: all its rows, by the filter that the page shows. */
export function CsvLink({
  table,
  title,
  filter,
}: {
  table: InsightTable;
  /** Of the table, in words. */
  title: string;
  filter: InsightFilter;
}) {
  const t = useTranslations('insights');
  const params = insightFilterParams(filter);
  params.set('table', table);
  return (
    <a
      href={`/api/insights?${params}`}
      download={`${table}.csv`}
      aria-label={t('csvOf', { table: title })}
      className={buttonClasses('secondary', 'small')}
    >
      <Download className="size-3.5" aria-hidden="true" />
      {t('csv')}
    </a>
  );
}
