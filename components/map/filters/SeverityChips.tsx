'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { joinClasses } from '@/components/ui/joinClasses';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { SEVERITIES, type Severity } from '@/lib/deficit/assessment';

/** Counts by severity, each of them a filter. */
export function SeverityChips({
  counts,
  chosen,
  onChange,
}: {
  counts: Readonly<Record<Severity, number>>;
  chosen: readonly Severity[];
  onChange(severities: Severity[]): void;
}) {
  const t = useTranslations('map');
  const format = useFormatter();
  const toggle = (severity: Severity) =>
    onChange(SEVERITIES.filter((s) => (s === severity) !== chosen.includes(s)));
  return (
    <fieldset className="grid grid-cols-5 gap-1.5">
      <legend className="sr-only">{t('filters.severity')}</legend>
      {SEVERITIES.map((severity) => {
        const isChosen = chosen.includes(severity);
        const isMuted = chosen.length > 0 && !isChosen;
        return (
          <button
            key={severity}
            type="button"
            aria-pressed={isChosen}
            aria-label={t('filters.showSeverity', {
              severity: t(`severity.${severity}`),
              count: counts[severity],
            })}
            onClick={() => toggle(severity)}
            className={joinClasses(
              'flex min-h-12 flex-col items-center justify-center gap-0.5 rounded-md border px-1 transition-colors',
              isChosen
                ? 'border-ink bg-raised shadow-[inset_0_0_0_1px_var(--ink)]'
                : 'border-line bg-raised hover:border-line-strong hover:bg-hover active:bg-pressed',
            )}
          >
            <span
              className={joinClasses(
                'tabular flex items-center gap-1 text-sm',
                isMuted ? 'text-ink-muted' : 'font-semibold',
              )}
            >
              <SeverityGlyph
                severity={severity}
                sizePx={14}
                className={isMuted ? 'opacity-50' : undefined}
              />
              {format.number(counts[severity])}
            </span>
            <span className="max-w-full truncate text-[11px] leading-3 text-ink-muted">
              {t(`severity.${severity}`)}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
