'use client';

import { ArrowLeft } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import type { CityView } from '@/lib/pipeline/cityView';
import { districtName } from '../list/useStationWords';
import { StationStepper } from './StationStepper';

/** The station's name and place, and the ways back to the list and on along it. */
export function StationHeader({
  view,
  index,
  order,
  heading,
  stepper,
  onOpen,
  onClose,
}: {
  view: CityView;
  index: number;
  /** The listed stations. */
  order: readonly number[];
  heading: RefObject<HTMLHeadingElement | null>;
  stepper: RefObject<HTMLSpanElement | null>;
  onOpen(index: number): void;
  onClose(): void;
}) {
  const t = useTranslations('station');
  const { name, stationCode } = view.base.stations;
  const code = stationCode[index];
  const position = order.indexOf(index) + 1;
  const place = [code ? t('code', { code }) : '', districtName(view, index)].filter(Boolean);
  return (
    <header className="sticky top-0 z-10 flex items-start gap-1 border-b border-line bg-paper p-2">
      <IconButton label={t('back')} onClick={onClose}>
        <ArrowLeft size={18} aria-hidden />
      </IconButton>
      <div className="min-w-0 flex-1 py-1">
        <h2
          id="station-name"
          ref={heading}
          tabIndex={-1}
          className="break-words font-semibold text-lg outline-none"
        >
          {name[index]}
        </h2>
        <p className="tabular text-ink-muted text-xs">
          {place.join(' · ')}
          {position > 0 ? (
            <span className="whitespace-nowrap">
              {' '}
              · {t('place', { position, total: order.length })}
            </span>
          ) : null}
        </p>
      </div>
      <span ref={stepper} className="contents">
        <StationStepper order={order} index={index} onStep={onOpen} />
      </span>
    </header>
  );
}
