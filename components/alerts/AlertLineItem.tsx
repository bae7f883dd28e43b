'use client';

import { CloudOff } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl/react';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { stationPath } from '@/lib/alerts/messageLinks';
import type { MergedLine } from '@/lib/alerts/netLines';

/** One thing that began or ended, as it was judged then. */
export function AlertLineItem({ line }: { line: MergedLine }) {
  const t = useTranslations('alerts');
  const { station, kind, subjectId, ruleNames } = line;
  const since = new Date(line.sinceMs);
  return (
    <li className="flex gap-3 py-2">
      <span className="mt-0.5 flex size-4 shrink-0 justify-center">
        {station ? (
          <SeverityGlyph severity={station.severity} covered={station.isCovered} />
        ) : (
          <CloudOff className="size-4 text-ink-muted" aria-hidden="true" />
        )}
      </span>
      <div className="min-w-0">
        <p className="font-medium text-sm">
          {station ? (
            <Link
              href={stationPath(subjectId)}
              className="underline decoration-line-strong underline-offset-2 hover:decoration-ink"
            >
              {station.name}
            </Link>
          ) : (
            t('feed')
          )}
          {station?.districtName && (
            <span className="font-normal text-ink-muted"> · {station.districtName}</span>
          )}
        </p>
        <p className="tabular text-sm">
          {station
            ? t(`stationFacts.${kind}`, {
                severity: t(`severity.${station.severity}`),
                bikes: station.usableBikes ?? 0,
                covered: String(station.isCovered),
                since,
              })
            : t(`feedFacts.${kind}`, { since })}
        </p>
        <p className="truncate text-ink-faint text-xs">
          {t('byRules', { rules: ruleNames.join(', ') })}
        </p>
      </div>
    </li>
  );
}
