'use client';

import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { saveFile } from '@/components/ui/saveFile';
import type { SandboxResult } from '@/lib/pipeline/sandbox/sandboxResult';
import { BreakdownTable } from './BreakdownTable';
import { BREAKDOWNS, type Breakdown, breakdownRows } from './breakdownRows';
import { SandboxMeaning } from './SandboxMeaning';
import { sandboxCsv } from './sandboxCsv';

/** The same by station, by district, or by hour of the day; the stations as a file too. */
export function SandboxBreakdown({
  result,
  districtNames,
}: {
  result: SandboxResult;
  districtNames: ReadonlyMap<string, string>;
}) {
  const t = useTranslations('sandbox');
  const [by, setBy] = useState<Breakdown>('stations');
  const nameOf = useMemo(
    () => (districtId: string | null) =>
      districtId === null ? t('noDistrict') : (districtNames.get(districtId) ?? districtId),
    [districtNames, t],
  );
  const rows = useMemo(() => breakdownRows(result, by, nameOf), [result, by, nameOf]);
  const file = `sandbox-${new Date(result.fromAt * 1_000).toISOString().slice(0, 10)}.csv`;
  return (
    <section aria-label={t('breakdown')} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex min-w-0 items-center gap-1">
          <SegmentedControl
            label={t('breakdown')}
            value={by}
            options={BREAKDOWNS.map((value) => ({ value, label: t(`by.${value}`) }))}
            onChange={setBy}
          />
          <SandboxMeaning of="differ" />
        </div>
        <Button
          size="small"
          icon={<Download className="size-3.5" aria-hidden="true" />}
          aria-label={t('csvOf')}
          onClick={() => saveFile(file, sandboxCsv(result, nameOf), 'text/csv; charset=utf-8')}
        >
          {t('csv')}
        </Button>
      </div>
      <BreakdownTable by={by} rows={rows} />
    </section>
  );
}
