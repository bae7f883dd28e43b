'use client';

import { ArrowDown } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { HeadCell } from '@/components/ui/Table';
import type { DefinitionName } from '@/lib/insights/definitions';
import type { InsightFilter, Ranking } from '@/lib/insights/insightFilter';
import { DefinitionButton } from './DefinitionButton';
import { insightAddress } from './useInsightUrl';

/** The head of a column that stations can be ranked by: a press ranks, worst first. */
export function RankHead({
  by,
  label,
  definition,
  filter,
}: {
  by: Ranking;
  label: string;
  definition: DefinitionName;
  filter: InsightFilter;
}) {
  const t = useTranslations('insights.stations');
  const isRanked = filter.by === by;
  return (
    <HeadCell isNumber aria-sort={isRanked ? 'descending' : undefined}>
      <span className="inline-flex items-center justify-end gap-0.5 whitespace-nowrap">
        <Link
          href={insightAddress({ ...filter, by })}
          scroll={false}
          aria-label={t('sortBy', { column: label })}
          className="inline-flex items-center gap-0.5 rounded-sm hover:text-ink aria-[current]:text-ink pointer-coarse:min-h-11"
          aria-current={isRanked || undefined}
        >
          {isRanked && <ArrowDown className="size-3" aria-hidden="true" />}
          {label}
        </Link>
        <DefinitionButton of={definition} />
      </span>
    </HeadCell>
  );
}
