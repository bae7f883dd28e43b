import { useFormatter, useTranslations } from 'use-intl/react';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { SettingsPreview } from '@/lib/pipeline/previewSettings';

/** Stations by severity as they are and as they would be: "Critical 41 → 63". */
export function PreviewCounts({ preview }: { preview: SettingsPreview }) {
  const t = useTranslations('settings.preview');
  const rows = SEVERITIES.map((severity, code) => ({
    key: severity,
    glyph: <SeverityGlyph severity={severity} />,
    label: t(`severity.${severity}`),
    before: preview.before[code]!,
    after: preview.after[code]!,
  }));
  return (
    <dl className="tabular grid grid-cols-[20px_minmax(0,1fr)_auto_auto] items-center gap-x-2 gap-y-1 text-sm">
      {rows.map(({ key, glyph, ...row }) => (
        <CountRow key={key} glyph={glyph} {...row} />
      ))}
      <CountRow
        label={t('uncovered')}
        before={preview.uncoveredBefore}
        after={preview.uncoveredAfter}
      />
    </dl>
  );
}

function CountRow({
  glyph,
  label,
  before,
  after,
}: {
  glyph?: React.ReactNode;
  label: string;
  before: number;
  after: number;
}) {
  const format = useFormatter();
  const difference = after - before;
  return (
    <div className="contents">
      <span>{glyph}</span>
      <dt>{label}</dt>
      <dd className="text-right">
        {`${format.number(before)} → `}
        <strong className="font-semibold">{format.number(after)}</strong>
      </dd>
      <dd className="min-w-10 text-right text-ink-muted">
        {difference === 0 ? '=' : format.number(difference, { signDisplay: 'always' })}
      </dd>
    </div>
  );
}
