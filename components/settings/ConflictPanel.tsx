'use client';

import type { Dispatch } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { MergedCell } from '@/lib/settings/mergeDrafts';
import type { RuleNames } from './ruleNames';
import { chosenSide, type SettingsFormEvent, type SettingsFormState } from './settingsFormState';
import { useCellWords } from './useCellWords';

/**
 * Somebody saved in between: what both began with, what they made of it and what you did, thing by
 * thing. What only one changed is in the form already; where both did, one of two is chosen.
 */
export function ConflictPanel({
  state,
  names,
  dispatch,
}: {
  state: SettingsFormState;
  names: RuleNames;
  dispatch: Dispatch<SettingsFormEvent>;
}) {
  const t = useTranslations('settings');
  const { conflict, cells } = state.merge!;
  const title = t('conflict.title', { version: conflict.version });
  return (
    <section
      aria-label={title}
      className="animate-appear rounded-lg border border-warning-line bg-warning-wash"
    >
      <div className="px-5 py-4">
        <h2 className="font-semibold text-base text-warning">{title}</h2>
        <p className="mt-1 text-sm">
          {t('conflict.by', {
            author: conflict.author ?? t('someone'),
            reason: conflict.reason ?? '',
          })}
        </p>
        <p className="mt-1 text-sm">
          {cells.length > 0 ? t('conflict.explain') : t('conflict.same')}
        </p>
      </div>
      {cells.length > 0 && (
        <div className="overflow-x-auto rounded-b-lg border-warning-line border-t bg-raised">
          <Table>
            <thead>
              <tr>
                <HeadCell>{t('conflict.setting')}</HeadCell>
                <HeadCell>{t('conflict.base')}</HeadCell>
                <HeadCell>{t('conflict.theirs')}</HeadCell>
                <HeadCell>{t('conflict.yours')}</HeadCell>
                <HeadCell>{t('conflict.result')}</HeadCell>
              </tr>
            </thead>
            <tbody>
              {cells.map((cell) => (
                <MergedRow key={cell.key} {...{ cell, state, names, dispatch }} />
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </section>
  );
}

function MergedRow({
  cell,
  state,
  names,
  dispatch,
}: {
  cell: MergedCell;
  state: SettingsFormState;
  names: RuleNames;
  dispatch: Dispatch<SettingsFormEvent>;
}) {
  const t = useTranslations('settings');
  const words = useCellWords(names);
  const label = words.label((cell.theirs ?? cell.yours ?? cell.base)!);
  const side = chosenSide(state, cell);
  const other = side === 'yours' ? 'theirs' : 'yours';
  return (
    <tr>
      <Cell className="min-w-40">{label}</Cell>
      <Cell className="tabular text-ink-muted">{words.value(cell.base)}</Cell>
      {(['theirs', 'yours'] as const).map((one) => (
        <Cell key={one} className={side === one ? 'tabular font-semibold' : 'tabular'}>
          {words.value(cell[one])}
        </Cell>
      ))}
      <Cell className="min-w-44">
        <span className="flex flex-wrap items-center justify-between gap-2">
          {t(`conflict.changedBy.${cell.changedBy}`)}
          <Button
            size="small"
            aria-label={t('conflict.takeOf', { side: t(`conflict.take.${other}`), label })}
            onClick={() => dispatch({ kind: 'chose', key: cell.key, side: other })}
          >
            {t(`conflict.take.${other}`)}
          </Button>
        </span>
      </Cell>
    </tr>
  );
}
