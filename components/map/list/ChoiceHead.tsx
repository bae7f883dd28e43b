'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '@/components/ui/Checkbox';
import { IconButton } from '@/components/ui/IconButton';
import type { ChoiceEvent, ChosenStations } from './chosenStations';

/** The list's head while stations are chosen: all or none, how many, and the way out. */
export function ChoiceHead({
  ids,
  indexes,
  chosen,
  chosenCount,
  onChoose,
  children,
}: {
  /** All stations' ids. */
  ids: readonly string[];
  /** The listed stations. */
  indexes: readonly number[];
  chosen: ChosenStations;
  /** Chosen stations that there still are. */
  chosenCount: number;
  onChoose(event: ChoiceEvent): void;
  /** What can be done with them. */
  children: ReactNode;
}) {
  const t = useTranslations('map.list');
  const listed = indexes.length;
  const listedChosen = indexes.filter((index) => chosen.ids.has(ids[index]!)).length;
  const hidden = chosenCount - listedChosen;
  const areAll = listed > 0 && listedChosen === listed;
  return (
    <div className="tabular flex min-h-7 items-center gap-1 text-xs">
      <Checkbox
        checked={areAll}
        isMixed={listedChosen > 0 && !areAll}
        disabled={listed === 0}
        aria-label={t('chooseAll', { count: listed })}
        title={t('chooseAll', { count: listed })}
        onChange={() => onChoose({ type: 'all', listed: indexes.map((index) => ids[index]!) })}
        className="mr-1 pl-1.5 pointer-coarse:-my-2"
      >
        <span aria-hidden className="text-xs font-medium">
          {t('chosen', { count: chosenCount })}
        </span>
      </Checkbox>
      <span role="status" className="min-w-0 truncate text-ink-muted">
        <span className="sr-only">{t('chosen', { count: chosenCount })} </span>
        {hidden > 0 ? t('chosenHidden', { count: hidden }) : null}
      </span>
      <span className="flex-1" />
      <IconButton
        label={t('leave')}
        onClick={() => onChoose({ type: 'end' })}
        className="pointer-coarse:-my-2"
      >
        <X size={16} aria-hidden />
      </IconButton>
      {children}
    </div>
  );
}
