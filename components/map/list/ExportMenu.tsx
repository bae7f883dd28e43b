'use client';

import { Copy, Download, MapPinned } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { CityView } from '@/lib/pipeline/cityView';
import { MapPopover } from '../layout/MapPopover';
import { DataTime } from './DataTime';
import { type ExportKind, useExport } from './useExport';

const WAYS: readonly { kind: ExportKind; icon: typeof Copy }[] = [
  { kind: 'copy', icon: Copy },
  { kind: 'csv', icon: Download },
  { kind: 'geojson', icon: MapPinned },
];

/** Takes stations elsewhere: those shown, or those chosen among them. */
export function ExportMenu({
  view,
  indexes,
  isChoice,
}: {
  view: CityView;
  /** What to export. */
  indexes: readonly number[];
  /** They were chosen one by one. */
  isChoice: boolean;
}) {
  const t = useTranslations('map.export');
  const { outcome, forget, run } = useExport(view, indexes);
  const count = indexes.length;
  return (
    <MapPopover
      label={t('open')}
      onOpen={forget}
      buttonClassName="flex h-7 shrink-0 items-center gap-1.5 rounded-sm border border-line bg-raised px-2 text-xs font-medium text-ink transition-colors hover:bg-hover active:bg-pressed reach-44 pointer-coarse:h-8"
      panelClassName="w-72"
      icon={
        <>
          <Download size={14} aria-hidden />
          {t('open')}
        </>
      }
    >
      <h2 className="tabular text-sm font-semibold">
        {t(isChoice ? 'chosen' : 'shown', { count })}
      </h2>
      <DataTime view={view} />
      <div className="mt-3 flex flex-col gap-1.5">
        {WAYS.map(({ kind, icon: Icon }) => (
          <button
            key={kind}
            type="button"
            disabled={count === 0}
            onClick={() => void run(kind)}
            className="flex min-h-11 items-center gap-3 rounded-sm border border-line px-3 py-1.5 text-left transition-colors hover:bg-hover active:bg-pressed disabled:opacity-45"
          >
            <Icon size={16} aria-hidden className="shrink-0 text-ink-muted" />
            <span>
              <span className="block text-sm font-medium">{t(kind)}</span>
              <span className="block text-ink-muted">{t(`${kind}Hint`)}</span>
            </span>
          </button>
        ))}
      </div>
      <p role="status" className="mt-2 min-h-4 break-words text-ink-muted">
        {outcome?.kind === 'copied' ? t('copied', { count: outcome.count }) : null}
        {outcome?.kind === 'saved' ? t('saved', { file: outcome.file }) : null}
        {outcome?.kind === 'failed' ? t('failed') : null}
      </p>
    </MapPopover>
  );
}
