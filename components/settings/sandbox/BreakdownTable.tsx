'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { Pair } from '@/lib/pipeline/sandbox/sandboxTimeline';
import type { Breakdown, BreakdownRow } from './breakdownRows';

/** More rows than anybody reads; the file has them all. */
const MAX_ROWS = 100;

/** Rows of one breakdown, each figure as it is in force and as the draft would have it. */
export function BreakdownTable({ by, rows }: { by: Breakdown; rows: readonly BreakdownRow[] }) {
  const t = useTranslations('sandbox');
  const format = useFormatter();
  const isWhole = by !== 'hours';
  const more = rows.length - MAX_ROWS;
  if (rows.length === 0) return <p className="text-ink-muted text-sm">{t('noStations')}</p>;
  return (
    <section
      aria-label={t(`by.${by}`)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-sm border border-line"
    >
      <Table aria-label={t(`by.${by}`)}>
        <thead>
          <tr>
            <HeadCell>{t(`head.${by}`)}</HeadCell>
            <HeadCell isNumber>{t('head.alerts')}</HeadCell>
            {isWhole && <HeadCell isNumber>{t('head.minutes')}</HeadCell>}
            {isWhole && <HeadCell isNumber>{t('head.runs')}</HeadCell>}
            {isWhole && <HeadCell isNumber>{t('head.announced')}</HeadCell>}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MAX_ROWS).map(({ key, name, place, ...row }) => (
            <tr key={key}>
              <th scope="row" className="min-w-32 border-line border-b px-3 py-2 font-normal">
                {name}
                {place && <span className="block text-ink-muted text-xs">{place}</span>}
              </th>
              <PairCell pair={row.alerts} />
              {row.shortMin && <PairCell pair={row.shortMin} />}
              {row.runs !== undefined && <Cell isNumber>{format.number(row.runs)}</Cell>}
              {row.announced && <PairCell pair={row.announced} />}
            </tr>
          ))}
        </tbody>
      </Table>
      {more > 0 && <p className="px-3 py-2 text-ink-muted text-sm">{t('more', { count: more })}</p>}
    </section>
  );
}

/** "12 → 15"; the draft's stands out where it differs. */
function PairCell({ pair: [inForce, draft] }: { pair: Pair<number> }) {
  const format = useFormatter();
  return (
    <Cell isNumber className="whitespace-nowrap">
      <span className="text-ink-muted">{`${format.number(inForce)} → `}</span>
      <span className={inForce === draft ? undefined : 'font-semibold'}>
        {format.number(draft)}
      </span>
    </Cell>
  );
}
