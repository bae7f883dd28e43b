'use client';

import { ListChecks, X } from 'lucide-react';
import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import type { CityView } from '@/lib/pipeline/cityView';
import { ChoiceHead } from './ChoiceHead';
import type { ChoiceEvent, ChosenStations } from './chosenStations';
import { ExportMenu } from './ExportMenu';

interface ListHeadProps {
  view: CityView;
  /** The listed stations. */
  indexes: readonly number[];
  chosen: ChosenStations;
  isFiltered: boolean;
  onChoose(event: ChoiceEvent): void;
  onClear(): void;
}

/** How many are listed, and what can be done with them; or with those that are chosen. */
export const ListHead = memo(function ListHead(props: ListHeadProps) {
  const { view, indexes, chosen, isFiltered, onChoose, onClear } = props;
  const t = useTranslations('map');
  const ids = view.base.stations.stationId;
  const chosenIndexes = useMemo(
    () => ids.flatMap((id, index) => (chosen.ids.has(id) ? [index] : [])),
    [ids, chosen.ids],
  );
  const isChoice = chosenIndexes.length > 0;
  const menu = (
    <ExportMenu view={view} indexes={isChoice ? chosenIndexes : indexes} isChoice={isChoice} />
  );
  if (chosen.isChoosing) {
    return (
      <ChoiceHead
        ids={ids}
        indexes={indexes}
        chosen={chosen}
        chosenCount={chosenIndexes.length}
        onChoose={onChoose}
      >
        {menu}
      </ChoiceHead>
    );
  }
  return (
    <div className="tabular flex min-h-7 items-center gap-1 text-xs text-ink-muted">
      <span role="status" className="min-w-0 truncate">
        {indexes.length === ids.length
          ? t('list.count', { count: ids.length })
          : t('list.countOf', { count: indexes.length, total: ids.length })}
      </span>
      {isFiltered ? (
        <button
          type="button"
          aria-label={t('filters.clear')}
          title={t('filters.clear')}
          onClick={onClear}
          className="flex h-7 shrink-0 items-center gap-1 reach-44 rounded-sm px-1.5 font-medium text-ink hover:bg-hover"
        >
          <X size={12} aria-hidden />
          {t('filters.clearShort')}
        </button>
      ) : null}
      <span className="flex-1" />
      <IconButton
        label={t('list.choose')}
        onClick={() => onChoose({ type: 'begin' })}
        className="pointer-coarse:-my-2"
      >
        <ListChecks size={16} aria-hidden />
      </IconButton>
      {menu}
    </div>
  );
});
