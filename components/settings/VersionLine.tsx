import { useFormatter, useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { Cell } from '@/components/ui/Table';
import { changesBetween } from '@/lib/settings/draftChanges';
import { ChangeList } from './ChangeList';
import type { RuleNames } from './ruleNames';
import type { VersionRow } from './versionRow';

/** A depot's clock has 24 hours, in English too. */
const DATE_AND_TIME = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;

/** One version in the history. */
export function VersionLine({
  row,
  names,
  onRevert,
}: {
  row: VersionRow;
  names: RuleNames;
  /** null: it is in force. */
  onRevert: (() => void) | null;
}) {
  const t = useTranslations('settings');
  const format = useFormatter();
  const changes = changesBetween(row.previous, row.draft);
  return (
    <tr>
      <Cell isNumber>{row.version}</Cell>
      <Cell className="tabular whitespace-nowrap">
        <time dateTime={row.createdAt.toISOString()}>
          {format.dateTime(row.createdAt, DATE_AND_TIME)}
        </time>
      </Cell>
      <Cell className="whitespace-nowrap">{row.author ?? t('someone')}</Cell>
      <Cell className="min-w-60">
        {changes.length > 0 ? (
          <ChangeList {...{ changes, names }} />
        ) : (
          <span className="text-ink-muted">{t('history.noChange')}</span>
        )}
      </Cell>
      <Cell className="min-w-60 break-words">{row.reason}</Cell>
      <Cell className="whitespace-nowrap text-right">
        {onRevert ? (
          <Button
            size="small"
            aria-label={t('revert.to', { version: row.version })}
            onClick={onRevert}
          >
            {t('revert.button')}
          </Button>
        ) : (
          <span className="text-ink-muted text-xs">{t('history.isInForce')}</span>
        )}
      </Cell>
    </tr>
  );
}
