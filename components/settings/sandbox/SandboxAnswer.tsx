'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import type { SandboxResult } from '@/lib/pipeline/sandbox/sandboxResult';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { SandboxBreakdown } from './SandboxBreakdown';
import { SandboxCompare } from './SandboxCompare';
import { SandboxDays } from './SandboxDays';
import { useSandboxWords } from './useSandboxWords';

/** From here on a period is shorter than what was asked for, seconds. */
const SHORT_OF_S = 600;

/** What a replay found: over which period, how the two compare, by day, by station. */
export function SandboxAnswer({
  result,
  districts,
  timeZone,
  isOutdated,
}: {
  result: SandboxResult;
  districts: readonly CityDistrict[];
  timeZone: string;
  /** The values, the period or the duration were changed since. */
  isOutdated: boolean;
}) {
  const t = useTranslations('sandbox');
  const words = useSandboxWords(timeZone);
  const districtNames = useMemo(
    () => new Map(districts.map(({ districtId, name }) => [districtId, name])),
    [districts],
  );
  const { fromAt, toAt, asked, gaps, observedMin, unobservedMin, settingsVersion } = result;
  const missingS = asked.toAt - asked.fromAt - (toAt - fromAt);
  return (
    <div className="flex flex-col gap-5">
      <div className="tabular flex flex-col gap-1 text-sm">
        {isOutdated && <p className="font-medium">{t('outdated')}</p>}
        <p>
          {t('over', {
            length: words.duration((toAt - fromAt) / 60),
            from: words.moment(fromAt),
            to: words.moment(toAt),
          })}
          {missingS > SHORT_OF_S &&
            ` ${t('shortened', { asked: words.duration((asked.toAt - asked.fromAt) / 60) })}`}
        </p>
        <p className="text-ink-muted">
          {t('basis', {
            observed: words.duration(observedMin),
            stations: result.stationsSeen,
            rows: result.rows,
            version: settingsVersion,
          })}{' '}
          {t('gaps', { count: gaps.length, length: words.duration(unobservedMin) })}
        </p>
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="min-w-0 overflow-x-auto">
          <SandboxCompare result={result} words={words} />
        </div>
        <SandboxDays result={result} timeZone={timeZone} />
      </div>
      <SandboxBreakdown result={result} districtNames={districtNames} />
    </div>
  );
}
