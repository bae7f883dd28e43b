'use client';

import { useTranslations } from 'use-intl/react';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { ChangedStation, SettingsPreview } from '@/lib/pipeline/previewSettings';

/** More rows than anybody reads; the number says how many there are in all. */
const MAX_ROWS = 100;

/** Stations that would be judged differently, the worst by the draft first. */
export function ChangedStations({ preview }: { preview: SettingsPreview }) {
  const t = useTranslations('settings.preview');
  const shown = preview.changed.slice(0, MAX_ROWS);
  const more = preview.changedCount - shown.length;
  return (
    <section
      aria-label={t('stations')}
      // Scrolls, so the keyboard must reach it.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus
      tabIndex={0}
      className="max-h-56 overflow-y-auto rounded-sm border border-line"
    >
      <ul className="divide-y divide-line text-sm">
        {shown.map((station) => (
          <li key={station.stationId} className="flex items-center gap-2 px-3 py-1.5">
            <span className="min-w-0 flex-1 truncate">{station.name}</span>
            <Judgement code={station.before} covered={station.coveredBefore} />
            <span aria-hidden="true">→</span>
            <span className="sr-only">{t('becomes')}</span>
            <Judgement code={station.after} covered={station.coveredAfter} />
            <Target station={station} />
          </li>
        ))}
        {more > 0 && <li className="px-3 py-1.5 text-ink-muted">{t('more', { count: more })}</li>}
      </ul>
    </section>
  );
}

function Judgement({ code, covered }: { code: number; covered: 0 | 1 }) {
  const t = useTranslations('settings.preview');
  const severity = SEVERITIES[code]!;
  const word = t(`severity.${severity}`);
  const label = covered ? t('covered', { severity: word }) : word;
  return <SeverityGlyph severity={severity} covered={covered === 1} label={label} />;
}

function Target({ station }: { station: ChangedStation }) {
  const t = useTranslations('settings.preview');
  if (station.targetAfter === null) return null;
  return (
    <span className="tabular w-16 text-right text-ink-muted text-xs">
      {t('target', { bikes: station.targetAfter })}
    </span>
  );
}
