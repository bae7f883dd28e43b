'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Cell } from '@/components/ui/Table';
import type { StationRow } from '@/lib/insights/insightRows';
import { ShareBar } from './ShareBar';
import { useInsightWords } from './useInsightWords';

/** One station's figures. */
export function StationTableRow({
  row,
  rank,
  district,
}: {
  row: StationRow;
  /** From 1. */
  rank: number;
  /** Its name; null: outside of all, or unknown. */
  district: string | null;
}) {
  const t = useTranslations('insights.stations');
  const words = useInsightWords();
  const known = (value: number | null, write: (value: number) => string) =>
    value === null ? <span className="text-ink-muted">–</span> : write(value);
  return (
    <tr>
      <Cell className="tabular w-10 pr-0 text-ink-muted">{rank}</Cell>
      <th
        scope="row"
        className="w-full min-w-36 sm:min-w-44 border-line border-b px-3 py-2 text-left align-top"
      >
        <Link
          href={`/stations/${encodeURIComponent(row.stationId)}`}
          className="font-medium underline-offset-2 hover:underline pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
        >
          {row.name}
        </Link>
        <span className="block font-normal text-ink-muted text-xs">
          {[district, row.removedAt !== null && t('removed'), row.isChronic && t('chronic')]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <Cell isNumber className="font-semibold">
        {known(row.uncoveredADay, words.aDay)}
      </Cell>
      <Cell isNumber>{known(row.lostADay, words.aDay)}</Cell>
      <Cell isNumber className="min-w-16">
        {words.share(row.emptyShare)}
        <ShareBar share={row.emptyShare} />
      </Cell>
      <Cell isNumber className="whitespace-nowrap">
        {t('daysOf', { empty: row.emptyDays, days: row.days })}
      </Cell>
      <Cell isNumber>{known(row.coveredShare, words.share)}</Cell>
      <Cell isNumber>{known(row.worstHour, words.clock)}</Cell>
      <Cell isNumber className="whitespace-nowrap pr-4">
        {known(row.weekChange, words.pointsShort)}
      </Cell>
    </tr>
  );
}
