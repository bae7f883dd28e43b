'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { VehicleGlyph } from '@/components/ui/VehicleGlyph';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { Thresholds } from '@/lib/settings/settingValues';
import { NEW_FOR_S } from '../live/newSince';
import { MapPopover } from './MapPopover';

/** Teaches the map: what each shape means under the thresholds in force. */
export function Legend({ thresholds }: { thresholds: Thresholds }) {
  const t = useTranslations('map.legend');
  const severities = useTranslations('map.severity');
  const { criticalShare, walkRadiusM, targetRatio, minBikes } = thresholds;
  /** Whichever of these a line speaks of. */
  const limits = {
    percent: criticalShare,
    bikes: thresholds.emptyBikes,
    minutes: thresholds.staleAfterMin,
  };
  return (
    <MapPopover
      label={t('open')}
      buttonClassName="pointer-events-auto flex h-9 items-center gap-1.5 rounded-lg border border-line bg-raised px-2.5 text-xs font-medium shadow-overlay transition-colors hover:bg-sunken pointer-coarse:h-11"
      panelClassName="w-80"
      icon={
        <>
          <CircleHelp size={16} aria-hidden className="text-ink-muted" />
          <span className="max-md:sr-only">{t('open')}</span>
        </>
      }
    >
      <h2 className="text-base font-semibold">{t('title')}</h2>
      <dl className="mt-3 grid grid-cols-[24px_auto_1fr] items-center gap-x-2 gap-y-2.5">
        {SEVERITIES.map((severity) => (
          <div key={severity} className="contents">
            <SeverityGlyph severity={severity} sizePx={20} className="justify-self-center" />
            <dt className="font-medium">{severities(severity)}</dt>
            <dd className="text-ink-muted">{t(severity, limits)}</dd>
          </div>
        ))}
      </dl>
      <ul className="mt-3 grid gap-2.5 border-t border-line pt-3 text-ink-muted">
        <li className="flex items-center gap-2">
          <span className="flex w-12 shrink-0 items-center">
            <SeverityGlyph severity="empty" sizePx={12} />
            <SeverityGlyph severity="empty" sizePx={22} className="ml-1" />
          </span>
          {t('size')}
        </li>
        <li className="flex items-center gap-2">
          <span className="flex w-12 shrink-0 items-center gap-1">
            <SeverityGlyph severity="empty" covered sizePx={18} />
            <SeverityGlyph severity="critical" covered sizePx={18} />
          </span>
          {t('hollow', {
            radiusM: walkRadiusM,
            bikes: thresholds.coverMinBikes,
            vehicles: thresholds.coverMinVehicles,
          })}
        </li>
        <li className="flex items-center gap-2">
          <span className="flex w-12 shrink-0 items-center pl-0.5">
            <span className="grid size-6 place-items-center rounded-full border-2 border-[#d55e00]">
              <SeverityGlyph severity="critical" sizePx={14} />
            </span>
          </span>
          {t('news', { minutes: NEW_FOR_S / 60 })}
        </li>
        <li className="flex items-center gap-2">
          <span className="flex w-12 shrink-0 items-center">
            <VehicleGlyph />
          </span>
          {t('vehicle')}
        </li>
        <li className="flex items-center gap-2">
          <span className="flex w-12 shrink-0 items-center pl-2">
            <span className="size-[3px] bg-ink-muted opacity-60" />
          </span>
          {t('faint')}
        </li>
      </ul>
      <p className="mt-3 border-t border-line pt-3 text-ink-muted">
        {t('target', { ratio: targetRatio, bikes: minBikes })}
      </p>
    </MapPopover>
  );
}
