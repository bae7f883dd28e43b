'use client';

import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { SandboxResult, SandboxSide } from '@/lib/pipeline/sandbox/sandboxResult';
import { SandboxMeaning, type SandboxTerm } from './SandboxMeaning';
import type { SandboxWords } from './useSandboxWords';

interface Row {
  label: string;
  term?: SandboxTerm;
  /** By each of the settings. */
  shown: (side: SandboxSide) => string;
  difference: string;
  /** A part of the row above. */
  isPart?: boolean;
}

/** Both settings beside each other, and what the draft changes. */
export function SandboxCompare({ result, words }: { result: SandboxResult; words: SandboxWords }) {
  const t = useTranslations('sandbox');
  const [inForce, draft] = result.sides;
  const rows = useRows(result, words);
  return (
    <Table aria-label={t('compare')}>
      <thead>
        <tr>
          <HeadCell>
            <span className="flex items-center gap-1">
              {t('figure')}
              <SandboxMeaning of="compared" />
            </span>
          </HeadCell>
          <HeadCell isNumber>{t('inForce')}</HeadCell>
          <HeadCell isNumber>{t('draft')}</HeadCell>
          <HeadCell isNumber>{t('difference')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, term, shown, difference, isPart }) => (
          <tr key={label}>
            <RowHead isPart={isPart} term={term}>
              {label}
            </RowHead>
            <Cell isNumber>{shown(inForce)}</Cell>
            <Cell isNumber className="font-semibold">
              {shown(draft)}
            </Cell>
            <Cell isNumber className="text-ink-muted">
              {difference}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function RowHead({
  isPart,
  term,
  children,
}: {
  isPart?: boolean;
  term?: SandboxTerm;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <th
      scope="row"
      aria-labelledby={id}
      className={`border-line border-b px-3 py-2 font-normal ${isPart ? 'pl-7 text-ink-muted' : ''}`}
    >
      <span className="flex items-center gap-1">
        <span id={id}>{children}</span>
        {term && <SandboxMeaning of={term} />}
      </span>
    </th>
  );
}

function useRows({ sides: [inForce, draft] }: SandboxResult, words: SandboxWords): Row[] {
  const t = useTranslations('sandbox');
  const counted = (
    label: string,
    of: (side: SandboxSide) => number | null,
    more?: Partial<Row>,
  ) => ({
    label,
    shown: (side: SandboxSide) => words.figure(of(side)),
    difference: words.difference(of(inForce), of(draft)),
    ...more,
  });
  const shared = (label: string, of: (side: SandboxSide) => number | null, term: SandboxTerm) => ({
    ...{ label, term },
    shown: (side: SandboxSide) => words.share(of(side)),
    difference: words.points(of(inForce), of(draft)),
  });
  const part = { isPart: true };
  return [
    {
      ...{ label: t('row.alertsADay'), term: 'alert' as const },
      shown: (side) => words.figure(side.alertsADay, 1),
      difference: words.difference(inForce.alertsADay, draft.alertsADay, 1),
    },
    counted(t('row.alerts'), ({ alerts }) => alerts),
    counted(t('row.openedShort'), ({ openedShort }) => openedShort, { term: 'openedShort' }),
    counted(t('row.stations'), ({ stations }) => stations, { term: 'stations' }),
    counted(t('row.median'), ({ medianMin }) => medianMin, { term: 'median' }),
    counted(t('row.total'), ({ totalMin }) => totalMin / 60, { term: 'total' }),
    shared(t('row.precision'), ({ precision }) => precision, 'precision'),
    ...(['ranEmpty', 'alreadyEmpty', 'stayed', 'unknown'] as const).map((outcome) =>
      counted(t(`row.${outcome}`), ({ outcomes }) => outcomes[outcome], part),
    ),
    shared(t('row.recall'), ({ recall }) => recall, 'recall'),
    ...(['announced', 'late', 'missed'] as const).map((outcome) =>
      counted(t(`row.${outcome}`), ({ runs }) => runs[outcome], part),
    ),
  ];
}
