'use client';

import { History } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { EmptyState } from '@/components/ui/EmptyState';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { SettingDifference } from '@/lib/settings/settingFields';
import { useUnit } from './useUnit';

export interface VersionRow {
  version: number;
  createdAt: Date;
  /** null: the account is gone. */
  author: string | null;
  reason: string;
  differences: SettingDifference[];
}

/** A depot's clock has 24 hours, in English too. */
const DATE_AND_TIME = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;

/** Who changed what, when and why; the newest first. */
export function VersionHistory({ rows }: { rows: readonly VersionRow[] }) {
  const t = useTranslations('settings');
  const format = useFormatter();
  return (
    <section className="overflow-hidden rounded-lg border border-line bg-raised">
      <h2 className="border-line border-b px-5 py-4 font-semibold text-base">
        {t('history.title')}
      </h2>
      {rows.length === 0 ? (
        <EmptyState
          icon={<History className="size-5" aria-hidden="true" />}
          title={t('history.empty')}
        />
      ) : (
        <div className="max-h-120 overflow-auto">
          <Table>
            <thead>
              <tr>
                <HeadCell isNumber>{t('history.version')}</HeadCell>
                <HeadCell>{t('history.at')}</HeadCell>
                <HeadCell>{t('history.author')}</HeadCell>
                <HeadCell>{t('history.changes')}</HeadCell>
                <HeadCell>{t('history.reason')}</HeadCell>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.version}>
                  <Cell isNumber>{row.version}</Cell>
                  <Cell className="tabular whitespace-nowrap">
                    <time dateTime={row.createdAt.toISOString()}>
                      {format.dateTime(row.createdAt, DATE_AND_TIME)}
                    </time>
                  </Cell>
                  <Cell className="whitespace-nowrap">{row.author ?? t('someone')}</Cell>
                  <Cell className="tabular min-w-60">
                    <Changes differences={row.differences} />
                  </Cell>
                  <Cell className="min-w-60 break-words">{row.reason}</Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </section>
  );
}

function Changes({ differences }: { differences: readonly SettingDifference[] }) {
  const t = useTranslations('settings');
  const format = useFormatter();
  const unitOf = useUnit();
  if (differences.length === 0)
    return <span className="text-ink-muted">{t('history.noChange')}</span>;
  return (
    <ul className="flex flex-col gap-0.5">
      {differences.map(({ name, unit, before, after }) => (
        <li key={name}>
          {t('history.change', {
            label: t(`field.${name}.label`),
            before: format.number(before),
            after: `${format.number(after)} ${unitOf(unit, after)}`,
          })}
        </li>
      ))}
    </ul>
  );
}
