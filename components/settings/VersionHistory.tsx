'use client';

import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { EmptyState } from '@/components/ui/EmptyState';
import { HeadCell, Table } from '@/components/ui/Table';
import type { SettingsDraft } from '@/lib/settings/settingsDraft';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { type Revert, RevertDialog } from './RevertDialog';
import { ruleNames } from './ruleNames';
import { VersionCompare } from './VersionCompare';
import { VersionLine } from './VersionLine';
import type { VersionRow } from './versionRow';

/**
 * Who changed what, when and why, the newest first; any two compared, any one put in force again.
 *
 * @param builtIn version 0: in force before anybody saved
 */
export function VersionHistory({
  rows,
  builtIn,
  districts,
  revert,
}: {
  rows: readonly VersionRow[];
  builtIn: SettingsDraft;
  districts: readonly CityDistrict[];
  revert: Revert;
}) {
  const t = useTranslations('settings');
  const [reverting, setReverting] = useState<VersionRow | null>(null);
  const names = ruleNames(
    districts,
    rows.flatMap(({ draft }) => draft.windows),
  );
  const newest = rows[0];
  return (
    <section
      aria-label={t('history.title')}
      className="overflow-hidden rounded-lg border border-line bg-raised"
    >
      <h2 className="border-line border-b px-5 py-4 font-semibold text-base">
        {t('history.title')}
      </h2>
      {!newest ? (
        <EmptyState
          icon={<History className="size-5" aria-hidden="true" />}
          title={t('history.empty')}
        />
      ) : (
        <>
          <VersionCompare {...{ rows, builtIn, names }} />
          <section
            aria-label={t('history.list')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus
            tabIndex={0}
            className="max-h-120 overflow-auto"
          >
            <Table>
              <thead>
                <tr>
                  <HeadCell isNumber>{t('history.version')}</HeadCell>
                  <HeadCell>{t('history.at')}</HeadCell>
                  <HeadCell>{t('history.author')}</HeadCell>
                  <HeadCell>{t('history.changes')}</HeadCell>
                  <HeadCell>{t('history.reason')}</HeadCell>
                  <HeadCell>
                    <span className="sr-only">{t('history.actions')}</span>
                  </HeadCell>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <VersionLine
                    key={row.version}
                    {...{ row, names }}
                    onRevert={row === newest ? null : () => setReverting(row)}
                  />
                ))}
              </tbody>
            </Table>
          </section>
          <RevertDialog
            {...{ row: reverting, inForce: newest, names, revert }}
            onClose={() => setReverting(null)}
          />
        </>
      )}
    </section>
  );
}
