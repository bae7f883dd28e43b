'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import type { InsightTable } from '@/lib/insights/insightTables';
import { CsvLink } from './CsvLink';

/** A table about the feed, with its title and its file; in words where it is empty. */
export function FeedPart({
  title,
  table,
  filter,
  empty,
  isEmpty,
  children,
}: {
  title: string;
  table: InsightTable;
  filter: InsightFilter;
  /** What to say of an empty table. */
  empty?: string;
  isEmpty: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('insights.feed');
  return (
    <div className="min-w-0">
      <div className="flex min-h-9 items-center justify-between gap-2">
        <h3 className="font-medium text-sm">{title}</h3>
        <CsvLink table={table} title={title} filter={filter} />
      </div>
      {isEmpty ? (
        <p className="py-2 text-ink-muted text-sm">{empty ?? t('none')}</p>
      ) : (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable
          tabIndex={0}
          aria-label={title}
          className="max-h-72 overflow-auto"
        >
          {children}
        </section>
      )}
    </div>
  );
}
